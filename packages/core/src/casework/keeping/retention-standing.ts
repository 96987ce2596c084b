/** The retention of a case: its group, the last review, and the day of the next with the reason for it. */
import { civilDay } from '../../shared/civil-day.js';
import { addYears, ageOn, writtenDate } from '../../shared/dates.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { closedBy } from '../act/case-state.js';
import type { DueContext } from '../act/due.js';
import type {
  RetentionPeriod,
  RetentionRules,
  RetentionTrigger,
} from '../rules/retention-rules.js';

export interface RetentionStanding {
  /** Undefined if an officer has to choose one: the person is suspected of an offence. */
  readonly group?: string;
  /** True if nobody chose it: the person is not suspected of an offence. */
  readonly isDefault: boolean;
  readonly period?: RetentionPeriod;
  readonly review?: StoredRecord<'retentionReview'>;
  readonly closing?: StoredRecord<'decision'>;
  /** The day by which the period requires a review; undefined without a group. */
  readonly scheduled?: RetentionCall;
  /** Other reasons for a review since the last one. */
  readonly called: readonly RetentionCall[];
}

/** A call for a review: its day, and its reason. */
export interface RetentionCall {
  /** The trigger; absent for the period itself. */
  readonly trigger?: RetentionTrigger;
  /** The day of the event, or the end of the period. */
  readonly on: PlainDate;
  readonly why: string;
}

type Links = Pick<DueContext, 'naming'>;

/** Works out the retention of a case by the given rules; none of it is stored. */
export function retentionStanding(
  subject: StoredRecord<'subject'>,
  rules: RetentionRules,
  links: Links,
): RetentionStanding {
  const of = subject.id;
  const group = chosenGroup(of, links) ?? defaultGroup(subject, rules);
  const isDefault = chosenGroup(of, links) === undefined;
  const period = rules.periods.find((each) => each.group === group);
  const review = latest(links.naming('retentionReview', 'subjectId', of), 'reviewedOn');
  const closing = closedBy(links.naming('decision', 'subjectId', of));
  const events = eventsOf(subject, rules, links);
  const scheduled = period && scheduledBy(period, review, events);
  return {
    ...(group === undefined ? {} : { group }),
    isDefault,
    ...(period ? { period } : {}),
    ...(review ? { review } : {}),
    ...(closing ? { closing } : {}),
    ...(scheduled ? { scheduled } : {}),
    called: rules.triggers.flatMap((trigger) =>
      callsOf(trigger, { subject, review, closing, events, links }),
    ),
  };
}

interface Event {
  readonly on: PlainDate;
  /** The time it was recorded. */
  readonly at: string;
  readonly words: string;
  readonly isInformation: boolean;
}

/** Latest first. */
function eventsOf(
  subject: StoredRecord<'subject'>,
  { startedBy }: RetentionRules,
  links: Links,
): readonly Event[] {
  const recorded: Event = {
    on: dayOf(subject),
    at: subject.createdAt,
    words: 'The person was recorded',
    isInformation: false,
  };
  const closing = links
    .naming('decision', 'subjectId', subject.id)
    .filter(({ value }) => value.outcome === 'close' && value.referralId === undefined)
    .map((each): Event => {
      const { decidedOn } = each.value;
      return {
        on: decidedOn,
        at: each.createdAt,
        words: 'The case was closed',
        isInformation: false,
      };
    });
  const others = startedBy.flatMap(({ kind, day, words }) =>
    links.naming(kind, 'subjectId', subject.id).map((each): Event => {
      const said: unknown = day === undefined ? undefined : Reflect.get(each.value, day);
      const on = typeof said === 'string' ? (said as PlainDate) : dayOf(each);
      return { on, at: each.createdAt, words, isInformation: true };
    }),
  );
  return [recorded, ...closing, ...others].toSorted((one, other) =>
    keyOf(one) < keyOf(other) ? 1 : -1,
  );
}

/** Counts from the last event, or from a review that came after it; a day that the reviewer chose takes precedence. */
function scheduledBy(
  { clearYears, everyYears }: RetentionPeriod,
  review: StoredRecord<'retentionReview'> | undefined,
  [last]: readonly Event[],
): RetentionCall | undefined {
  if (review && (!last || last.on <= review.value.reviewedOn)) {
    const { reviewedOn, nextReviewOn } = review.value;
    const on = nextReviewOn ?? addYears(reviewedOn, everyYears ?? clearYears);
    return { on, why: `The case was reviewed on ${writtenDate(reviewedOn)}, and kept until then.` };
  }
  if (!last) return undefined;
  const after = addYears(last.on, clearYears);
  const chosen = review?.value.nextReviewOn;
  const years = clearYears === 1 ? 'year' : 'years';
  return {
    on: chosen !== undefined && chosen < after ? chosen : after,
    why: `${last.words} on ${writtenDate(last.on)}. What is held is reviewed after ${clearYears} ${years}.`,
  };
}

interface Called {
  readonly subject: StoredRecord<'subject'>;
  readonly review: StoredRecord<'retentionReview'> | undefined;
  readonly closing: StoredRecord<'decision'> | undefined;
  readonly events: readonly Event[];
  readonly links: Links;
}

function callsOf(
  trigger: RetentionTrigger,
  { subject, review, closing, events, links }: Called,
): readonly RetentionCall[] {
  const isSince = (on: PlainDate, at: string) =>
    review === undefined ||
    on > review.value.reviewedOn ||
    (on === review.value.reviewedOn && at > review.createdAt);
  const call = (on: PlainDate): RetentionCall => ({
    trigger,
    on,
    why: `${trigger.words}: ${writtenDate(on)}.`,
  });
  switch (trigger.on) {
    case 'birthday': {
      const { bornOn } = subject.value;
      if (bornOn === undefined) return [];
      const on = addYears(bornOn, trigger.age);
      const isGrown = ageOn(bornOn, dayOf(subject)) >= trigger.age;
      return !isGrown && isSince(on, '') ? [call(on)] : [];
    }
    case 'closure':
      return closing && isSince(closing.value.decidedOn, closing.createdAt)
        ? [call(closing.value.decidedOn)]
        : [];
    case 'information': {
      // New information is the ordinary course of the work until a first closure or review.
      const from = [closing?.createdAt, review?.createdAt].filter((at) => at !== undefined);
      const since = from.toSorted().at(-1);
      if (since === undefined) return [];
      const fresh = events.filter(({ isInformation, at }) => isInformation && at > since);
      return fresh.slice(-1).map(({ at }) => call(civilDay(at)));
    }
    case 'hold':
      return links
        .naming('hold', 'subjectId', subject.id)
        .filter(({ value }) => trigger.reasons.includes(value.reason))
        .filter(({ value, createdAt }) => isSince(value.from, createdAt))
        .slice(0, 1)
        .map(({ value }) => call(value.from));
  }
}

function chosenGroup(of: RecordId, links: Links): string | undefined {
  return latest(links.naming('retention', 'subjectId', of), 'decidedOn')?.value.group;
}

function defaultGroup(
  { value }: StoredRecord<'subject'>,
  { byDefault, suspectedCategories }: RetentionRules,
): string | undefined {
  const isSuspected = value.categories.some(({ category }) =>
    suspectedCategories.includes(category),
  );
  return isSuspected ? undefined : byDefault;
}

/** The latest by its day; of one day, the one recorded last. */
function latest<K extends 'retention' | 'retentionReview'>(
  records: readonly StoredRecord<K>[],
  day: K extends 'retention' ? 'decidedOn' : 'reviewedOn',
): StoredRecord<K> | undefined {
  const key = ({ value, createdAt, id }: StoredRecord<K>) =>
    `${String(Reflect.get(value, day))} ${createdAt} ${id}`;
  return records.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)).at(-1);
}

function keyOf({ on, at }: Event): string {
  return `${on} ${at}`;
}

function dayOf({ createdAt }: Pick<StoredRecord, 'createdAt'>): PlainDate {
  return civilDay(createdAt);
}
