/**
 * The things that a safeguarding concern makes due, until it is closed: that somebody is told, that children’s services
 * acknowledge it, that it is reviewed, and that a crime which was disclosed gets its reference.
 */
import { isConcernTold } from '../../record/safeguarding-concern.js';
import { civilDay } from '../../shared/civil-day.js';
import type { Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import { writtenInstant } from '../../shared/written-instant.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type Due, type DueContext, type DueOf, dueOn, dueWithin, IN_DANGER } from '../act/due.js';
import { limitOn, momentAfter, type TimeLimit } from '../rules/time-limit.js';
import { acknowledgementAwaited, crimeOwedSince } from './concern-clock.js';
import { riskOfConcern } from './concern-state.js';

type Concern = StoredRecord<'safeguardingConcern'>;

/**
 * Urgent while nobody was told, and once an acknowledgement is late: somebody may be in danger. As long as the latest risk
 * on record is immediate it comes before all else, until it is closed.
 */
export const concernDue: DueOf<'safeguardingConcern'> = (concern, context) => {
  if (concern.value.closedOn !== undefined) return [];
  const riskNow = riskOfConcern(concern.value);
  const dues = [...toldDue(concern, context), ...crimeDue(concern, context)];
  if (riskNow === undefined) return dues;
  return dues.map((due, nth) =>
    nth === 0 && riskNow === 'immediate' ? { ...due, ...IN_DANGER } : { ...due, riskNow },
  );
};

function toldDue(concern: Concern, context: DueContext): readonly Due[] {
  const { value, createdAt } = concern;
  // Includes the time, which alone distinguishes two concerns of one day.
  const recorded = `A safeguarding concern was recorded on ${writtenInstant(createdAt)}`;
  if (!isConcernTold(value)) {
    const why = `${recorded}, and nobody is recorded as told.`;
    return [{ ...dueOn('tell-of-concern', civilDay(createdAt), why), isUrgent: true }];
  }
  const set =
    value.reviewOn === undefined
      ? []
      : [dueOn('review-concern', value.reviewOn, `${recorded}, and its review was set.`)];
  const awaited = acknowledgementDue(concern, context);
  if (awaited) return [awaited, ...set];
  if (set.length > 0) return set;
  const toldOn = civilDay(value.toldAt ?? createdAt);
  const what = `${recorded}. Somebody was told`;
  return [dueWithin('review-concern', 'concern-review', toldOn, what, context)];
}

function acknowledgementDue(concern: Concern, context: DueContext): Due | undefined {
  const awaited = acknowledgementAwaited(concern, context.lists);
  if (!awaited) return undefined;
  const { toldAt, escalatedAt } = awaited;
  const began = escalatedAt ?? toldAt;
  const by = context.after('concern-acknowledgement', began);
  const what = `A safeguarding concern was reported on ${writtenInstant(toldAt)}`;
  const since =
    escalatedAt === undefined ? '' : `, and escalated on ${writtenInstant(escalatedAt)}`;
  const limit = limitOn(began, context.limits['concern-acknowledgement']);
  return {
    act: 'escalate-concern',
    by,
    ...unitOf(limit),
    why: `${what}${since}. It has not been acknowledged. ${limit.words}.`,
    ...(isNow(by, context.today) ? { isUrgent: true } : {}),
  };
}

function crimeDue(concern: Concern, { limits, after }: DueContext): readonly Due[] {
  const since = crimeOwedSince(concern);
  if (since === undefined) return [];
  const limit = limitOn(since, limits['crime-reference']);
  const end = momentAfter(since, limit);
  const until = end === undefined ? '' : ` Here that is by ${writtenInstant(end)}.`;
  const what = `A crime was disclosed, and noted on ${writtenInstant(since)}`;
  const why = `${what}. It has no reference yet. ${limit.words}.${until}`;
  return [{ act: 'record-crime', by: after('crime-reference', since), ...unitOf(limit), why }];
}

/** A limit in hours runs through weekends, so days counted from it do too. */
function unitOf({ hours }: TimeLimit): Pick<Due, 'inCalendarDays'> {
  return hours === undefined ? {} : { inCalendarDays: true };
}

/** True from the day on, and where no day can be worked out. */
function isNow(by: Result<PlainDate>, today: PlainDate): boolean {
  return !by.ok || by.value <= today;
}
