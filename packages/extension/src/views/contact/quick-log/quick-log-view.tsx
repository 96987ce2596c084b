import type { RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { FindSubject } from './find-subject.js';
import { QuickForm } from './quick-form.js';

interface Chosen {
  readonly id: RecordId;
  readonly name: string;
}

/** A contact of today in a few keys: first the subject, then the four required fields. */
export function QuickLogView({ route }: { route: RouteOf<'quick-log'> }) {
  const { store } = useApp().services;
  const chosen = useSignal<Chosen | undefined>(undefined);
  const isReady = useSignal(route.subject === undefined);
  useEffect(() => {
    if (route.subject === undefined) return;
    store.get('subject', route.subject).then(
      (held) => {
        if (held) chosen.value = { id: held.id, name: held.value.name };
        isReady.value = true;
      },
      () => {
        isReady.value = true;
      },
    );
  }, [store, route.subject]);
  if (!isReady.value) return <p role="status">{t('common.loading')}</p>;
  const subject = chosen.value;
  return (
    <div class="cp-read">
      <PageHeading caption={subject?.name}>{t('quick.title')}</PageHeading>
      {subject ? (
        <QuickForm
          key={subject.id}
          subject={subject.id}
          about={subject.name}
          to={route.subject ? { name: 'subject', subject: subject.id } : undefined}
          onOther={() => {
            chosen.value = undefined;
          }}
        />
      ) : (
        <FindSubject
          onChosen={(next) => {
            chosen.value = next;
          }}
        />
      )}
    </div>
  );
}
