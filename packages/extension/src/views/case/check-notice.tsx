import {
  acknowledgeCheck,
  hasAcknowledged,
  type RecordId,
  type StoredRecord,
  standingChecks,
  writtenDate,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { ErrorMessage } from '../../components/error-message.js';
import { WarningText } from '../../components/warning-text.js';
import { writtenMoment } from '../../components/written-moment.js';
import { t } from '../../locales/late.js';
import { usePersonActs } from '../act/use-person.js';
import type { SubjectPage } from './subject-page.js';

export interface CheckNoticeProps {
  records: readonly StoredRecord[];
  subject: RecordId;
}

/** “Check with investigations before contact”, and this officer's acknowledgement. It is lifted on a page of its own. */
export function CheckNotice({ records, subject }: CheckNoticeProps) {
  const { router } = useApp();
  const { officer, context, keepHere } = usePersonActs(
    { id: subject },
    undefined,
    t('person.check.said'),
  );
  const problem = useSignal<string | undefined>(undefined);
  const checks = standingChecks(
    records.filter(
      (record): record is StoredRecord<'contactCheck'> => record.kind === 'contactCheck',
    ),
  );
  const read = async (check: StoredRecord<'contactCheck'>): Promise<void> => {
    const [issue] = await keepHere('read-check', [check.id, check.heads], () =>
      acknowledgeCheck(check, { id: officer.id, name: officer.name }, context),
    );
    problem.value = issue?.message;
  };
  return (
    <>
      {checks.map((check) => {
        // Each of several is known by its day alone: a check does not say why.
        const since = checks.length > 1 ? writtenDate(check.value.from) : undefined;
        const said = check.value.acknowledged.findLast(({ by }) => by === officer.id);
        return (
          <section key={check.id} class="cp-confirm" aria-label={t('person.check')}>
            <WarningText>{t('person.check')}</WarningText>
            <p class="govuk-body">{t('person.check.means')}</p>
            {since && <p class="govuk-body">{t('person.check.since', { date: since })}</p>}
            {problem.value && <ErrorMessage id={`check-${check.id}`}>{problem.value}</ErrorMessage>}
            {said && (
              <p class="govuk-body">
                {t('person.check.read.done', { at: writtenMoment(said.at) })}
              </p>
            )}
            {!hasAcknowledged(check, officer.id) && (
              <Button onPress={() => void read(check)}>{t('person.check.read')}</Button>
            )}
            <p class="govuk-body">
              <Button
                kind="link"
                about={since}
                onPress={() => router.go({ name: 'ask-check', subject, lift: check.id })}
              >
                {t('person.check.lift')}
              </Button>
            </p>
          </section>
        );
      })}
    </>
  );
}

export function SubjectCheckNotice({ page }: { page: SubjectPage }) {
  return <CheckNotice records={page.records} subject={page.subject.id} />;
}
