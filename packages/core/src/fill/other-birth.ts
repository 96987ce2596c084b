/** Dates of birth that boxes hold now, and that are not of the person whose values are typed. */
import type { PlainDate } from '../shared/primitives.js';
import { daysOf } from './days-of.js';
import type { FillRow } from './fill-row.js';
import type { FillValue } from './fill-value.js';
import type { Fitted } from './fit-value.js';
import type { Question } from './question.js';
import { isAnotherDay, saysDayInAnyOrder } from './same-day.js';
import { standingIn } from './standing.js';

/** @param fit - says in which order the box takes a day, if that is known */
export function isOtherBirth({ path, on }: FillValue, standing: string, fit?: Fitted): boolean {
  const [first] = fit?.acts ?? [];
  const order = first && 'day' in first.act ? first.act.day?.order : undefined;
  return path === 'subject.bornOn' && on !== undefined && isAnotherDay(standing, on, order);
}

/**
 * The days that boxes for the date of birth hold, if it is another person’s: both, where one can be read in two ways.
 *
 * @param questionsOf - the questions that may ask for a value, by its id
 * @returns undefined if no box holds another date of birth
 */
export function otherBirths(
  rows: readonly FillRow[],
  questionsOf: (id: string) => readonly Question[],
): readonly PlainDate[] | undefined {
  const texts = rows.flatMap(({ id, value, why }) => {
    const held = questionsOf(id).map(({ controls }) => standingIn(controls));
    if (why?.code === 'born-differs') return held;
    // A second box may be a sister’s, next to one with this person’s own day.
    const isOwn = held.some((text) => value.on && saysDayInAnyOrder(text, value.on));
    return isOwn ? [] : held.filter((text) => isOtherBirth(value, text));
  });
  return texts.length === 0 ? undefined : [...new Set(texts.flatMap(daysOf))];
}
