/** A form that says that it is about the person whose values are typed: without that, the officer is asked. */
import { packed } from '../match/fold.js';
import { isNamedIn, mayName, wordsIn } from '../match/may-name.js';
import type { FillRow } from './fill-row.js';
import type { FillValue } from './fill-value.js';
import { FEWEST_WORDS } from './form-person.js';
import type { NamedForm } from './name-form.js';
import { isLongEnough } from './whose-reference.js';

/**
 * True if the page shows this person's name or the reference of their referral, or if their name is to be typed into an
 * empty box of it: then it is a new record. A date of birth alone is shared by too many.
 */
export function namesPerson(
  { person, shown = [], lines = [] }: Pick<NamedForm, 'person' | 'shown' | 'lines'>,
  values: readonly FillValue[],
  rows: readonly FillRow[],
): boolean {
  const textsOf = (...paths: readonly string[]): readonly string[] =>
    values.flatMap(({ path, text }) => (paths.includes(path) ? text : []));
  const names = textsOf('subject.name', 'subject.aliases[]');
  const isLabelled = (person?.names ?? []).some((text) =>
    names.some((name) => mayName(text, { name, aliases: [], phones: [], emails: [] })),
  );
  // “Tamsin Vael, sibling of Alfie Marsh” is of Tamsin, and “Sibling: Tamsin Vael” is not.
  const wordsOf = (text: string, name: string): readonly string[] =>
    wordsIn(text).slice(0, wordsIn(name).length);
  const isInLine = lines.some(({ text, isOfOthers }) =>
    names.some((name) =>
      isNamedIn(isOfOthers ? wordsOf(text, name) : wordsIn(text), name, FEWEST_WORDS),
    ),
  );
  const own = textsOf('referral.reference').map(packed);
  const isReferred = shown.some((each) => own.includes(packed(each.text)) && isLongEnough(each));
  return isLabelled || isInLine || isReferred || rows.some(namesItself);
}

/** True for the person's name, if a box holds it or is about to. */
function namesItself({ value, state, start }: FillRow): boolean {
  return value.path === 'subject.name' && (state === 'same' || start === 'type');
}
