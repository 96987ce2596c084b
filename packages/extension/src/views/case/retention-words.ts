/** Retention of a case in sentences: its group, the certainty of the rule, and the day of the next review. */
import {
  addYears,
  type CodeLists,
  codeLabel,
  linksOf,
  type PlainDate,
  type RetentionRules,
  type RetentionStanding,
  retentionStanding,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { t } from '../../locales/late.js';
import { ofKind } from '../act/use-gathered.js';

export interface CaseStanding extends RetentionStanding {
  readonly bornOn?: PlainDate | undefined;
}

export function standingOf(
  records: readonly StoredRecord[],
  rules: RetentionRules,
): CaseStanding | undefined {
  const [subject] = ofKind(records, 'subject');
  if (subject === undefined) return undefined;
  const { bornOn } = subject.value;
  return { ...retentionStanding(subject, rules, linksOf(records)), bornOn };
}

export function retentionRows(standing: CaseStanding, lists: CodeLists, today: PlainDate) {
  const { group, isDefault, period, scheduled, called, review, bornOn } = standing;
  return [
    {
      label: t('ending.retention.group'),
      value:
        group === undefined
          ? t('ending.retention.none')
          : isDefault
            ? t('ending.retention.default', { group: codeLabel(lists, 'retention-group', group) })
            : codeLabel(lists, 'retention-group', group),
    },
    ...(period
      ? [
          {
            label: t('ending.retention.rule'),
            value: t(`ending.retention.status.${period.status}`),
          },
        ]
      : []),
    ...(period?.untilAge === undefined
      ? []
      : [{ label: t('ending.retention.until'), value: untilWords(period.untilAge, bornOn) }]),
    ...(review
      ? [
          {
            label: t('ending.retention.last'),
            value: t('ending.retention.last.value', {
              date: writtenDate(review.value.reviewedOn),
              outcome: codeLabel(
                lists,
                'retention-outcome',
                review.value.outcome,
                review.value.reviewedOn,
              ),
            }),
          },
        ]
      : []),
    ...called.map(({ on, why }) => ({
      label: t(on <= today ? 'ending.retention.called' : 'ending.retention.to-come'),
      value: why,
    })),
    ...(scheduled
      ? [
          {
            label: t('ending.retention.next'),
            value: `${writtenDate(scheduled.on)}. ${scheduled.why}`,
          },
        ]
      : []),
  ];
}

/** The day on which the person would reach the age, or why it is not known. */
function untilWords(age: number, bornOn: PlainDate | undefined): string {
  if (bornOn === undefined) return t('ending.retention.until.unknown', { age });
  return t('ending.retention.until.on', { age, date: writtenDate(addYears(bornOn, age)) });
}
