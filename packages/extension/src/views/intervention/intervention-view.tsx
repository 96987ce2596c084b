import { logIntervention, type RecordId, type StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { RouteOf } from '../../app/router.js';
import { useUnfinished } from '../../app/use-unfinished.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { InsetText } from '../../components/inset-text.js';
import { PageHeading } from '../../components/page-heading.js';
import { RecordForm } from '../../components/record-form.js';
import { UnfinishedStatus } from '../../components/unfinished-status.js';
import { useRecordForm } from '../../components/use-record-form.js';
import { t } from '../../locales/late.js';
import { asIssue } from '../as-issue.js';
import { ContactCheckFor } from '../subject/contact-check-for.js';
import { useSubjects } from '../use-subjects.js';

const ASKED = [
  'subjectId',
  'kind',
  'heldOn',
  'mode',
  'minutes',
  'place',
  'present',
  'outcome',
  'note',
  'followUpDueOn',
] as const;

/** One contact, logged after the event; or a correction, which starts from the entry that it replaces. */
export function InterventionView({ route }: { route: RouteOf<'intervention'> }) {
  const { services, router, session } = useApp();
  const { corrects, subject, followsUp } = route;
  const subjects = useSubjects();
  const isBusy = useSignal(false);
  const form = useRecordForm({
    kind: 'intervention',
    only: ASKED,
    initial: { heldOn: services.today(), ...(subject ? { subjectId: subject } : {}) },
    given: corrects ? { corrects } : {},
  });
  const work = useUnfinished(`intervention/${corrects ?? subject ?? ''}`, form.values);
  useStartFrom(corrects, form.values);

  const save = async (): Promise<void> => {
    if (isBusy.value) return;
    const checked = form.check();
    if (!checked.ok) return;
    isBusy.value = true;
    try {
      const { subjectId } = checked.value;
      const of = subjectId && (await services.store.get('subject', subjectId));
      const log = subjectId ? await services.store.query('intervention', { subjectId }) : [];
      const logged = logIntervention(
        {
          ...checked.value,
          ...(corrects ? { corrects } : {}),
          ...(followsUp ? { followsUp } : {}),
        },
        { host: services.host, lists: services.lists, subject: of || undefined, log },
      );
      if (!logged.ok) return form.showIssues(logged.issues);
      const { seq } = await services.store.commit(logged.value.commit);
      await work.discard();
      const record = logged.value.id;
      const next = subjectId && { name: 'fill' as const, subject: subjectId, record };
      session.say({
        heading: t('intervention.saved'),
        seq,
        body: next && (
          <Button kind="link" onPress={() => router.go({ ...next, of: 'intervention' })}>
            {t('fill.go')}
          </Button>
        ),
      });
      if (subjectId) router.go({ name: 'subject', subject: subjectId });
      else router.back();
    } catch (error) {
      form.showIssues([asIssue(error)]);
    } finally {
      isBusy.value = false;
    }
  };

  return (
    <div class="cp-read">
      <PageHeading>{t(corrects ? 'intervention.title.correct' : 'intervention.title')}</PageHeading>
      {corrects && <InsetText>{t('intervention.correct.hint')}</InsetText>}
      {subject && !corrects && <ContactCheckFor subject={subject} />}
      <RecordForm
        form={form}
        lists={services.lists}
        on={services.today()}
        choices={{ subjectId: subjects.map(({ id, value }) => ({ value: id, label: value.name })) }}
        onSubmit={() => void save()}
      >
        <UnfinishedStatus work={work} />
        <ButtonGroup>
          <Button type="submit" busy={isBusy.value}>
            {t('intervention.save')}
          </Button>
          <Button kind="link" onPress={() => router.back()}>
            {t('common.cancel')}
          </Button>
        </ButtonGroup>
      </RecordForm>
    </div>
  );
}

/** A correction begins with what the earlier entry says, unless one was begun before. */
function useStartFrom(
  corrects: RecordId | undefined,
  values: { value: Readonly<Record<string, unknown>> },
): void {
  const { services } = useApp();
  useEffect(() => {
    if (corrects === undefined) return;
    void services.store
      .get('intervention', corrects)
      .then((earlier: StoredRecord<'intervention'> | undefined) => {
        if (!earlier || values.value.kind !== undefined) return;
        const { id: _, corrects: __, ...entry } = earlier.value;
        values.value = { ...entry };
      });
  }, [services, corrects, values]);
}
