/** Rules for days that hold for every record: a day that must have come has come, and its year is not a slip. */
import * as v from 'valibot';
import { isToCome } from '../shared/civil-day.js';
import { FIRST_YEAR } from '../shared/dates.js';
import type { Issue } from '../shared/issue.js';
import { PlainDate } from '../shared/primitives.js';
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
  return daysIn(fields, value, '').flatMap(({ field, on, at }) =>
    told.has(at) ? [] : dayIssues(calledFirst(field), on, at, today),
  );
}

interface Day {
  readonly field: FieldDescription;
  readonly on: PlainDate;
  readonly at: string;
}

function daysIn(
  fields: readonly FieldDescription[],
  value: object,
  within: string,
): readonly Day[] {
  const values = value as Readonly<Record<string, unknown>>;
  return fields.flatMap((field): readonly Day[] => {
    const held = values[field.name];
    const at = within + field.name;
    const each = (one: unknown, place: string): readonly Day[] => {
      if (field.fields && typeof one === 'object' && one !== null)
        return daysIn(field.fields, one, `${place}.`);
      const day = v.safeParse(PlainDate, one);
      return field.hasCome && day.success ? [{ field, on: day.output, at: place }] : [];
    };
    return Array.isArray(held)
      ? held.flatMap((one, nth) => each(one, `${at}.${nth}`))
      : each(held, at);
  });
}
