/** A form that says that it is about the person whose values are typed: without that, the officer is asked. */
import { packed } from '../match/fold.js';
import { isNamedIn, mayName, wordsIn } from '../match/may-name.js';
import { writtenDate } from '../shared/dates.js';
import type { FillRow } from './fill-row.js';
import type { FillValue } from './fill-value.js';
import { FEWEST_WORDS } from './form-person.js';
import type { NamedForm } from './name-form.js';
import type { OwnSign } from './own-sign.js';
import { isLongEnough } from './whose-reference.js';

/** Most signs that are named: enough to recognise the person by. */
const MOST = 4;

/**
 * The signs on the page that it is about this person: their name, their date of birth, the reference of their referral;
 * or their name, if it is to be typed into an empty box.
 */
export function ownSigns(
  { person, shown = [], lines = [] }: Pick<NamedForm, 'person' | 'shown' | 'lines'>,
  values: readonly FillValue[],
  rows: readonly FillRow[],
): readonly OwnSign[] {
  const textsOf = (...paths: readonly string[]): readonly string[] =>
    values.flatMap(({ path, text }) => (paths.includes(path) ? text : []));
  const names = textsOf('subject.name', 'subject.aliases[]');
  const labelled = (person?.names ?? []).filter((text) =>
    names.some((name) => mayName(text, { name, aliases: [], phones: [], emails: [] })),
  );
  // “Tamsin Vael, sibling of Alfie Marsh” is of Tamsin, and “Sibling: Tamsin Vael” is not.
  const wordsOf = (text: string, name: string): readonly string[] =>
    wordsIn(text).slice(0, wordsIn(name).length);
  const inLines = lines.filter(({ text, isOfOthers }) =>
    names.some((name) =>
      isNamedIn(isOfOthers ? wordsOf(text, name) : wordsIn(text), name, FEWEST_WORDS),
    ),
  );
  const days = values.flatMap(({ path, on }) => (path === 'subject.bornOn' && on ? [on] : []));
  const born = [...(person?.born ?? []), ...inLines.flatMap((line) => line.born)];
  const own = textsOf('referral.reference').map(packed);
  const referred = shown.filter((each) => own.includes(packed(each.text)) && isLongEnough(each));
  const signs: readonly OwnSign[] = [
    ...labelled.map((text): OwnSign => ({ kind: 'name', text, place: 'label' })),
    ...inLines.map(({ text, place }): OwnSign => ({ kind: 'name', text, place })),
    ...days.flatMap((day): OwnSign[] =>
      born.includes(day) ? [{ kind: 'born', text: writtenDate(day) }] : [],
    ),
    ...referred.map(
      ({ text, label }): OwnSign => ({
        kind: 'reference',
        text,
        ...(label === undefined ? {} : { label }),
      }),
    ),
  ];
  if (signs.some(isOfPerson)) return eachOnce(signs);
  return [...eachOnce(signs), ...rows.flatMap(namesItself)];
}

/** True if one of the signs says whose form it is. A date of birth alone is shared by too many. */
export function namesPerson(signs: readonly OwnSign[]): boolean {
  return signs.some((sign) => isOfPerson(sign) || sign.kind === 'new-record');
}

function isOfPerson({ kind }: OwnSign): boolean {
  return kind === 'name' || kind === 'reference';
}

function eachOnce(signs: readonly OwnSign[]): readonly OwnSign[] {
  const ofKinds = signs.filter(
    ({ kind, text }, nth) =>
      signs.findIndex((other) => other.kind === kind && packed(other.text) === packed(text)) ===
      nth,
  );
  const counts = new Map<OwnSign['kind'], number>();
  return ofKinds.filter(({ kind }) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return (counts.get(kind) ?? 0) <= MOST;
  });
}

/** The person's name, if a box holds it or is about to. */
function namesItself({ value, state, start, box }: FillRow): readonly OwnSign[] {
  if (value.path !== 'subject.name') return [];
  if (state === 'same') return [{ kind: 'name', text: value.text, place: 'label' }];
  return start === 'type' ? [{ kind: 'new-record', text: box?.label ?? '' }] : [];
}
