/** The answers that an item offers, and the points of each. */
import {
  type Answers,
  COMMON_ANSWERS,
  type Instrument,
  type Item,
  MISSING_ANSWERS,
} from './instrument.js';

const ANSWER_LABELS: Readonly<Record<string, string>> = {
  present: 'Present',
  partly: 'Partly present',
  absent: 'Absent',
  unknown: 'Not known',
  'not-asked': 'Not asked',
};

/** Every answer that may be given to the item, in the order offered. */
export function answersTo(
  item: Item,
): readonly { readonly answer: string; readonly label: string }[] {
  return [...offeredBy(item), ...MISSING_ANSWERS].map((answer) => ({
    answer,
    label: answerLabel(item, answer),
  }));
}

/** The label of an answer: the item's own words, those of the common scale, or the answer itself. */
export function answerLabel(item: Item, answer: string): string {
  return own(item.answers, answer) ?? own(ANSWER_LABELS, answer) ?? answer;
}

/** The item's substantive answers; every item also has *unknown* and *not asked*. */
export function offeredBy({ points, answers }: Item): readonly string[] {
  return Object.keys(points ?? answers ?? {}).length > 0
    ? Object.keys(points ?? answers ?? {})
    : COMMON_ANSWERS;
}

/** Answers that say that there is none of it: a known absence, which a missing answer never is. */
const NOTHING: readonly string[] = ['absent', 'none', 'no'];

export function saysNothingThere(answer: string): boolean {
  return NOTHING.includes(answer);
}

export function isMissing(answer: string | undefined): boolean {
  return answer === undefined || (MISSING_ANSWERS as readonly string[]).includes(answer);
}

/**
 * The answer given; undefined if it is missing.
 *
 * @throws {RangeError} on an answer that the item does not offer
 */
export function givenTo(
  { id }: Pick<Instrument, 'id'>,
  item: Item,
  answers: Answers,
): string | undefined {
  const answer = own(answers, item.id);
  if (answer === undefined || isMissing(answer)) return undefined;
  if (!offeredBy(item).includes(answer))
    throw new RangeError(`${id}: "${answer}" is not an answer to ${item.id}`);
  return answer;
}

/** Weighted points of each answer that the item offers; empty if it carries no points. */
export function weighedPoints(
  { scale }: Pick<Instrument, 'scale'>,
  item: Item,
): ReadonlyMap<string, number> {
  const { points, weight, bears } = item;
  const sign = bears === 'strength' ? -1 : 1;
  if (bears === 'context') return new Map();
  if (points)
    return new Map(Object.entries(points).map(([answer, each]) => [answer, each * (weight ?? 1)]));
  if (weight === undefined || scale === undefined) return new Map();
  return new Map(
    offeredBy(item).map((answer) => [answer, sign * weight * (own(scale, answer) ?? 0)]),
  );
}

/** Reads an own member: answers and items come from files, where `constructor` is a name like any other. */
export function own<T>(
  record: Readonly<Record<string, T>> | undefined,
  name: string,
): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}
