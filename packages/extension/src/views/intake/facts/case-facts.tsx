import {
  type CaseOverview,
  caseOverview,
  civilDay,
  closedBy,
  codeLabel,
  type RecordId,
  type StoredRecord,
  workingCalendar,
  writtenDate,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Details } from '../../../components/details.js';
import { type Fact, Facts } from '../../../components/facts.js';
import { FACTS_BESIDE } from '../../../components/facts-beside.js';
import { useMedia } from '../../../components/use-media.js';
import { t } from '../../../locales/late.js';
import { eitherOf } from '../../act/either-of.js';
import { ofKind } from '../../act/use-gathered.js';
import { useRules } from '../../case/use-retention.js';
import { whyReferred } from '../../case/why-words.js';
import { dueWords } from '../../desk/today/when.js';

const calendar = workingCalendar();
/** Due entries in sight. */
const DUE_IN_SIGHT = 3;

export interface CaseFactsProps {
  subject: RecordId;
  /** Every record of this person. */
  records: readonly StoredRecord[];
  /** Facts that this form needs first. */
  first?: readonly Fact[] | undefined;
  /** True inside a fold of its own. */
  isUnfolded?: boolean;
}

/**
 * A case in brief, for a decision on it: why they are here, the last contact, level, plan, conditions and what is due. Folded
 * to one line where it is above the form, so that the form stays on the first screen.
 */
export function CaseFacts({ subject, records, first = [], isUnfolded = false }: CaseFactsProps) {
  const isWide = useMedia(FACTS_BESIDE);
  const { services, router } = useApp();
  const { lists } = services;
  const today = services.today();
  const rules = useRules();
  const view = useMemo(
    () => caseOverview(records, subject, { today, calendar, lists, ...rules }),
    [records, subject, today, lists, rules],
  );
  if (!view) return null;
  const label = (list: string) => (code: string) => codeLabel(lists, list, code);
  const { whyHere, plan, conditions, due } = view;
  const holds = ofKind(records, 'hold').filter(
    ({ value }) => value.subjectId === subject && value.liftedOn === undefined,
  );
  const more = due.length - DUE_IN_SIGHT;
  const facts = (
    <Facts
      title={t('facts.case')}
      rows={[
        ...first,
        {
          label: t('facts.case.why'),
          value: whyHere ? whyReferred(whyHere.referral.value) : t('facts.case.why.none'),
          isProse: true,
        },
        { label: t('facts.case.state'), value: stateWords(view, records) },
        {
          label: t('facts.case.contact'),
          value: contactWords(view, label('intervention-outcome')),
        },
        { label: t('facts.case.level'), value: levelWords(view) },
        {
          label: t('facts.case.plan'),
          value: plan
            ? t('facts.case.plan.said', {
                date: writtenDate(plan.plan.value.madeOn),
                done: plan.steps.filter((step) => step === 'achieved').length,
                all: plan.steps.length,
              })
            : t('facts.case.plan.none'),
        },
        {
          label: t('facts.case.conditions'),
          value: conditions
            ? t('facts.case.conditions.said', { met: conditions.met, all: conditions.all })
            : t('facts.case.conditions.none'),
        },
        {
          label: t('facts.concern'),
          value: t(view.openConcerns.length > 0 ? 'facts.concern.open' : 'facts.concern.none'),
        },
        ...(holds.length > 0
          ? [
              {
                label: t('facts.case.holds'),
                value: holds
                  .map(({ createdAt, value: { reason, from } }) =>
                    t('facts.case.holds.one', {
                      reason: codeLabel(lists, 'hold-reason', reason, civilDay(createdAt)),
                      date: writtenDate(from),
                    }),
                  )
                  .join('\n'),
              },
            ]
          : []),
        {
          label: t('facts.case.due'),
          value:
            due.length === 0
              ? t('facts.case.due.none')
              : [
                  ...due
                    .slice(0, DUE_IN_SIGHT)
                    .map((entry) =>
                      t('facts.case.due.one', { what: entry.what, when: dueWords(entry, today) }),
                    ),
                  ...(more > 0 ? [t('facts.case.due.more', { count: more })] : []),
                ].join('\n'),
        },
      ]}
    >
      <Button kind="link" onPress={() => router.go({ name: 'subject', subject })}>
        {t('facts.whole.person')}
      </Button>
    </Facts>
  );
  return isWide || isUnfolded ? facts : <Details summary={t('facts.case.show')}>{facts}</Details>;
}

function stateWords({ whyHere }: CaseOverview, records: readonly StoredRecord[]): string {
  const closing = closedBy(ofKind(records, 'decision'));
  if (closing) return t('facts.case.closed', { date: writtenDate(closing.value.decidedOn) });
  return whyHere
    ? t('facts.case.open.since', { date: writtenDate(whyHere.referral.value.receivedOn) })
    : t('facts.case.open');
}

function contactWords(
  { contacts: { last, count } }: CaseOverview,
  outcomeOf: (code: string) => string,
): string {
  if (!last) return t('facts.case.contact.none');
  return t('facts.case.contact.said', {
    date: writtenDate(last.value.heldOn),
    outcome: outcomeOf(last.value.outcome),
    count,
  });
}

function levelWords({ levels }: CaseOverview): string {
  const last = levels.at(-1);
  if (!last) return t('facts.case.level.none');
  const level = last.labels.length > 0 ? eitherOf(last.labels) : t('facts.case.level.not-given');
  return t('facts.case.level.said', { level, date: writtenDate(last.on) });
}
