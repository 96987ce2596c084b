import {
  diary,
  gatherCase,
  gatherTriggers,
  reviewCase,
  type StoredRecord,
  workingCalendar,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { FactsBeside } from '../../../components/facts-beside.js';
import { FootBar } from '../../../components/foot-bar.js';
import { cleanValues } from '../../../components/form-values.js';
import { RecordForm } from '../../../components/record-form.js';
import { UnfinishedStatus } from '../../../components/unfinished-status.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useLeaving } from '../../../components/use-leaving.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { GatheredView } from '../../act/gathered.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { useKeep } from '../../act/use-keep.js';
import { NDM_BOXES } from '../../case/ndm-boxes.js';
import { PersonHeading } from '../../case/person-heading.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { useRules } from '../../case/use-retention.js';
import { CaseFacts } from '../../intake/facts/case-facts.js';

const calendar = workingCalendar();

/** Review of a case: shows the reasons for it; the outcome is a decision in the officer’s name. */
export function ReviewCaseView({ route }: { route: RouteOf<'review-case'> }) {
  const { state } = useGathered(route.subject, (store) =>
    gatherCase(store, route.subject, 'case-work'),
  );
  return (
    <GatheredView state={state} title={t('ending.case-review.title')} gone={t('subject.gone')}>
      {(records) => {
        const [subject] = ofKind(records, 'subject');
        return subject && <ReviewForm subject={subject} records={records} />;
      }}
    </GatheredView>
  );
}

interface ReviewFormProps {
  subject: StoredRecord<'subject'>;
  records: readonly StoredRecord[];
}

function ReviewForm({ subject, records }: ReviewFormProps) {
  const nameOf = useNameApart();
  const { services, router } = useApp();
  const { lists, host } = services;
  const today = services.today();
  const rules = useRules();
  const form = useRecordForm({
    kind: 'decision',
    only: ['reason', 'decidedOn', ...NDM_BOXES],
    initial: { decidedOn: today },
  });
  const work = useFormWork(`review-case/${subject.id}`, form.values);
  const { cancel, question } = useLeaving(work, () => router.back());
  const { isBusy, keep } = useKeep(form, work);
  const triggers = useMemo(
    () => gatherTriggers(lists, rules.given?.triggers ?? []),
    [lists, rules.given],
  );
  const called = diary(records, { today, calendar, lists, triggers, ...rules }).entries.filter(
    ({ act }) => act === 'review-case',
  );
  const save = (): Promise<void> =>
    keep(
      () =>
        reviewCase(
          cleanValues(form.fields, form.values.value, () => true),
          { host, lists, subject },
        ),
      () => ({
        heading: t('ending.case-review.kept', { name: nameOf(subject) }),
        go: () => router.go({ name: 'subject', subject: subject.id, section: 'timeline' }),
      }),
    );
  return (
    <>
      <PersonHeading of={subject}>{t('ending.case-review.title')}</PersonHeading>
      <FactsBeside facts={<CaseFacts subject={subject.id} records={records} />}>
        <RecordForm
          form={form}
          intro={
            <>
              <p class="govuk-body">{t('ending.case-review.intro')}</p>
              <h2 class="govuk-heading-s">{t('ending.case-review.why')}</h2>
              {called.length === 0 && <p class="govuk-body">{t('ending.case-review.none')}</p>}
              <ul class="govuk-list govuk-list--bullet">
                {called.map(({ id, why }) => (
                  <li key={id}>{why}</li>
                ))}
              </ul>
            </>
          }
          work={work}
          lists={lists}
          on={today}
          hints={{ reason: t('ending.case-review.reason') }}
          folded={{ summary: t('decide.boxes'), names: NDM_BOXES }}
          onSubmit={() => void save()}
        >
          <UnfinishedStatus work={work} />
          {question || (
            <FootBar>
              <ButtonGroup>
                <Button type="submit" busy={isBusy}>
                  {t('save.for', { what: t('ending.case-review.go'), name: nameOf(subject) })}
                </Button>
                <Button
                  kind="secondary"
                  onPress={() =>
                    router.go({ name: 'subject', subject: subject.id, section: 'timeline' })
                  }
                >
                  {t('ending.case-review.look')}
                </Button>
                <Button kind="link" onPress={cancel}>
                  {t('common.cancel')}
                </Button>
              </ButtonGroup>
            </FootBar>
          )}
        </RecordForm>
      </FactsBeside>
    </>
  );
}
