/**
 * The retention review that a case makes due, and the disposal that a review decided. The day is worked out every time.
 */
import { addDays, writtenDate } from '../../shared/dates.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type Due, type DueContext, type DueOf, dueOn, dueWithin } from '../act/due.js';
import {
  type RetentionCall,
  type RetentionStanding,
  retentionStanding,
} from './retention-standing.js';

/** Days before the review of an open case at which it enters the diary: until then other entries cover the case. */
const NEAR_DAYS = 90;

export const retentionDue: DueOf<'subject'> = (subject, context) => {
  if (isQuiet(subject, context)) return [];
  const standing = retentionStanding(subject, context.retention, context);
  const { closing, group } = standing;
  const choose =
    closing && group === undefined
      ? [
          dueWithin(
            'set-retention',
            'retention-review',
            closing.value.decidedOn,
            'A case was closed and no retention group was chosen',
            context,
          ),
        ]
      : [];
  const review = soonest(callsOf(standing, context.today).map((call) => dueBy(call, context)));
  if (!review) return choose;
  const near = addDays(context.today, NEAR_DAYS);
  const isFar = closing === undefined && review.by.ok && review.by.value > near;
  return isFar ? choose : [...choose, review];
};

/**
 * True if nothing is near, as in most of a caseload; looking no further keeps the diary quick. The case is open, was
 * never reviewed, has no hold, and neither a birthday nor the shortest period since it was recorded ends soon.
 */
function isQuiet(subject: StoredRecord<'subject'>, context: DueContext): boolean {
  const { retention, today, naming } = context;
  const of = subject.id;
  if (naming('retentionReview', 'subjectId', of).length > 0) return false;
  if (naming('hold', 'subjectId', of).length > 0) return false;
  if (naming('decision', 'subjectId', of).some(({ value }) => value.outcome === 'close'))
    return false;
  const { bornOn } = subject.value;
  const ages = retention.triggers.flatMap((each) => (each.on === 'birthday' ? [each.age] : []));
  const shortest = Math.min(...retention.periods.map(({ clearYears }) => clearYears));
  const near = addDays(today, NEAR_DAYS);
  // Compared as texts in one format: a day moved by whole years may not exist, which does not matter here.
  const within = (day: string, years: number) =>
    `${Number(day.slice(0, 4)) + years}${day.slice(4, 10)}` <= near;
  const isOfAge = bornOn !== undefined && ages.some((age) => within(bornOn, age));
  return !isOfAge && !within(subject.createdAt, shortest);
}

/** Due until it is done: the disposal destroys this record too. */
export const retentionReviewDue: DueOf<'retentionReview'> = (record, context) => {
  const subject = context.find('subject', record.value.subjectId);
  if (!subject || record.value.outcome !== 'dispose') return [];
  const { review, called } = retentionStanding(subject, context.retention, context);
  if (review?.id !== record.id || called.some(({ on }) => on <= context.today)) return [];
  const { reviewedOn } = record.value;
  const why = `A retention review on ${writtenDate(reviewedOn)} decided to dispose of the case. It is still held.`;
  return [dueOn('dispose', reviewedOn, why)];
};

/** Calls for review; none if the last review decided on disposal and nothing has happened since. */
function callsOf(
  { review, scheduled, called }: RetentionStanding,
  today: PlainDate,
): readonly RetentionCall[] {
  const isGoing = review?.value.outcome === 'dispose' && called.every(({ on }) => on > today);
  return isGoing ? [] : [...(scheduled ? [scheduled] : []), ...called];
}

function dueBy({ trigger, on, why }: RetentionCall, context: DueContext): Due {
  return trigger === undefined || trigger.on === 'birthday'
    ? { ...dueOn('review-retention', on, why), inCalendarDays: true }
    : dueWithin('review-retention', 'retention-review', on, trigger.words, context);
}

function soonest(dues: readonly Due[]): Due | undefined {
  const key = ({ by }: Due) => (by.ok ? by.value : '');
  return dues.reduce<Due | undefined>(
    (first, each) => (first === undefined || key(each) < key(first) ? each : first),
    undefined,
  );
}
