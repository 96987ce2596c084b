import { logIntervention, type RecordId, type StoredRecord } from '@cyber-prevent/core';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { RouteOf } from '../../app/router.js';
import { useUnfinished } from '../../app/use-unfinished.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { asText } from '../../components/form-values.js';
import { InsetText } from '../../components/inset-text.js';
import { PageHeading } from '../../components/page-heading.js';
import { RecordForm } from '../../components/record-form.js';
import { UnfinishedStatus } from '../../components/unfinished-status.js';
import { useRecordForm } from '../../components/use-record-form.js';
import { t } from '../../locales/late.js';
import { ContactCheckFor } from '../subject/contact-check-for.js';
import { SubjectSelect } from '../subject-select.js';
import { useKeep } from '../use-keep.js';

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
  const { services, router } = useApp();
  const { corrects, subject, followsUp } = route;
  const form = useRecordForm({
    kind: 'intervention',
    only: ASKED,
    initial: { heldOn: services.today(), ...(subject ? { subjectId: subject } : {}) },
    given: corrects ? { corrects } : {},
  });
  const work = useUnfinished(`intervention/${corrects ?? subject ?? ''}`, form.values);
  useStartFrom(corrects, form.values);

  const { isBusy, keep } = useKeep(form, work);
  const save = (): Promise<void> =>
    keep(
      async () => {
        const checked = form.check();
        if (!checked.ok) return undefined;
        const { subjectId } = checked.value;
        const of = subjectId && (await services.store.get('subject', subjectId));
        const log = subjectId ? await services.store.query('intervention', { subjectId }) : [];
        const { host, lists } = services;
        return logIntervention(
          {
            ...checked.value,
            ...(corrects ? { corrects } : {}),
            ...(followsUp ? { followsUp } : {}),
          },
          { host, lists, subject: of || undefined, log },
        );
      },
      ({ id }) => {
        const of = form.values.value.subjectId as RecordId | undefined;
        const next = of && { name: 'fill' as const, subject: of, record: id };
        return {
          heading: t('intervention.saved'),
          body: next && (
            <Button kind="link" onPress={() => router.go({ ...next, of: 'intervention' })}>
              {t('fill.go')}
            </Button>
          ),
          go: () => (of ? router.go({ name: 'subject', subject: of }) : router.back()),
        };
      },
    );

  return (
    <div class="cp-read">
      <PageHeading>{t(corrects ? 'intervention.title.correct' : 'intervention.title')}</PageHeading>
      {corrects && <InsetText>{t('intervention.correct.hint')}</InsetText>}
      {subject && !corrects && <ContactCheckFor subject={subject} />}
      <RecordForm
        form={form}
        lists={services.lists}
        on={services.today()}
        instead={{
          subjectId: (asked) => <SubjectSelect {...asked} value={asText(asked.value)} isNeeded />,
        }}
        onSubmit={() => void save()}
      >
        <UnfinishedStatus work={work} />
        <ButtonGroup>
          <Button type="submit" busy={isBusy}>
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
