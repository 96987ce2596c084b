/** Retention of a case in sentences: its group, the certainty of the rule, and the day of the next review. */
import {
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

export function standingOf(
  records: readonly StoredRecord[],
  rules: RetentionRules,
): RetentionStanding | undefined {
  const [subject] = ofKind(records, 'subject');
  return subject && retentionStanding(subject, rules, linksOf(records));
}

export function retentionRows(standing: RetentionStanding, lists: CodeLists, today: PlainDate) {
  const { group, isDefault, period, scheduled, called, review } = standing;
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
