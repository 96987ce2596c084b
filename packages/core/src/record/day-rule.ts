/** Rules for days that hold for every record: a day that must have come has come, and its year is not a slip. */
import * as v from 'valibot';
import { civilDay, isToCome } from '../shared/civil-day.js';
import { FIRST_YEAR, writtenDate } from '../shared/dates.js';
import type { Issue } from '../shared/issue.js';
import { Instant, PlainDate } from '../shared/primitives.js';
import { calledFirst } from './ask-for.js';
import type { FieldDescription } from './field.js';

/**
 * Returns an issue if the day is still to come, or is before {@link FIRST_YEAR}.
 *
 * @param called - the day, as a sentence about it starts: “The day they were told”
 */
export function dayIssues(
  called: string,
  on: PlainDate,
  at: string,
  today: PlainDate,
): readonly Issue[] {
  const refused = (code: string, must: string): readonly Issue[] => [
    { code, severity: 'error', message: `${called} must be ${must}`, at },
  ];
  if (isToCome(on, today)) return refused('date-in-future', 'today or in the past');
  if (Number(on.slice(0, 4)) < FIRST_YEAR)
    return refused('date-out-of-reach', `in ${FIRST_YEAR} or later`);
  return [];
}

/**
 * Issues of days that must have come, in values of which others may not be readable: so that a form shows every wrong
 * date at once.
 *
 * @param besides - issues that were found already; a field gets no second one
 */
export function comeIssues(
  fields: readonly FieldDescription[],
  value: object,
  today: PlainDate,
  besides: readonly Issue[],
): readonly Issue[] {
  const told = new Set(besides.map(({ at }) => at));
  return daysIn(fields, value).flatMap(({ field, on, at }) =>
    !field.hasCome || told.has(at) ? [] : dayIssues(calledFirst(field), on, at, today),
  );
}

/**
 * Issues of days before the person was born, on whom nothing can have happened. A day that the record had before is
 * left: the birth was corrected since, and that is reported by itself.
 *
 * @param born - the earliest date of birth on record: while there are several, no day is refused for a later one
 */
export function unbornIssues(
  fields: readonly FieldDescription[],
  value: object,
  before: object | undefined,
  born: PlainDate,
): readonly Issue[] {
  return unbornDays(fields, value, before, born).map(({ field, at }) =>
    beforeBirth(calledFirst(field), at, born),
  );
}

/** The days that {@link unbornIssues} refuses. */
export function unbornDays(
  fields: readonly FieldDescription[],
  value: object,
  before: object | undefined,
  born: PlainDate,
): readonly DayIn[] {
  return newDays(fields, value, before).filter(({ field, on }) => hasHappened(field) && on < born);
}

/** A moment that somebody gives is one of something that happened. */
const hasHappened = ({ hasCome, input, set }: FieldDescription): boolean =>
  hasCome === true || (input === 'date-time' && set === undefined);

/** @param called - the day, as a sentence about it starts */
export function beforeBirth(called: string, at: string, born: PlainDate): Issue {
  return {
    code: 'date-before-birth',
    severity: 'error',
    message: `${called} must be on or after the date of birth, ${writtenDate(born)}. If the date of birth is wrong, correct that first`,
    at,
  };
}

export interface DayIn {
  readonly field: FieldDescription;
  readonly on: PlainDate;
  readonly at: string;
}

/** The days of a record that it did not have before, each with its field. */
export function newDays(
  fields: readonly FieldDescription[],
  value: object,
  before: object | undefined,
): readonly DayIn[] {
  const had = new Set(before ? daysIn(fields, before).map(keyOf) : []);
  return daysIn(fields, value).filter((day) => !had.has(keyOf(day)));
}

/** A place in a list says nothing: an entry may have moved. */
const keyOf = ({ on, at }: DayIn): string => `${at.replace(/\.\d+/g, '')} ${on}`;

/** Every civil day in the values, also within groups; of a moment, the day that it fell on. */
function daysIn(fields: readonly FieldDescription[], value: object, within = ''): readonly DayIn[] {
  const values = value as Readonly<Record<string, unknown>>;
  return fields.flatMap((field): readonly DayIn[] => {
    const held = values[field.name];
    const at = within + field.name;
    const each = (one: unknown, place: string): readonly DayIn[] => {
      if (field.fields && typeof one === 'object' && one !== null)
        return daysIn(field.fields, one, `${place}.`);
      const day = v.safeParse(PlainDate, one);
      if (day.success) return [{ field, on: day.output, at: place }];
      return v.is(Instant, one) ? [{ field, on: civilDay(one), at: place }] : [];
    };
    return Array.isArray(held)
      ? held.flatMap((one, nth) => each(one, `${at}.${nth}`))
      : each(held, at);
  });
}
