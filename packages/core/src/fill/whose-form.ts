/** The law on whose form a page is, for all that is typed into it and taken from it. */
import { isNamedIn, wordsIn } from '../match/may-name.js';
import type { PlainDate, RecordId } from '../shared/primitives.js';
import type { FillValue } from './fill-value.js';
import { FEWEST_WORDS, type FormPerson, isAnother } from './form-person.js';
import type { NamedForm } from './name-form.js';
import type { NameLine } from './shown-name.js';
import { type NameDoubt, nameDoubts, type PageNames } from './whose-name.js';
import {
  type PageReferences,
  type ReferenceDoubt,
  type ReferenceSource,
  referenceDoubts,
} from './whose-reference.js';

/** The references, names and dates of birth on a page. */
export type PageSigns = PageReferences & PageNames;

/** A sign that a form is not, or not only, about the person whose values are typed. */
export type FormDoubt = ReferenceDoubt | NameDoubt;

export interface WhoseForm {
  /** The person whom the labels of the page name, if it is not the one the values are about. */
  readonly another?: FormPerson;
  /** Signs against this person, compared with the records. */
  readonly doubts?: readonly FormDoubt[];
  /** Set if the page has signs that were not compared with the records. */
  readonly isUnchecked?: true;
  /** True if nothing may be typed or taken without the officer’s own decision. */
  readonly isDoubtful: boolean;
}

/**
 * Compares the signs on a page with the records.
 *
 * @returns doubts by references first, then by names and dates of birth
 * @throws {PreventError} as `consult` does: then nobody is named
 */
export async function formDoubts(
  subject: RecordId,
  page: PageSigns,
  source: ReferenceSource,
): Promise<readonly FormDoubt[]> {
  return [
    ...(await referenceDoubts(subject, page, source)),
    ...(await nameDoubts(subject, page, source)),
  ];
}

/**
 * Decides whose form a page is.
 *
 * @param doubts - what the records say against this person; absent: the page was not compared
 * @param births - days in the boxes for a date of birth, if they hold another person’s
 */
export function whoseForm(
  { person, shown = [], lines = [] }: Pick<NamedForm, 'person' | 'shown' | 'lines'>,
  values: readonly FillValue[],
  doubts?: readonly FormDoubt[],
  births?: readonly PlainDate[],
): WhoseForm {
  const inBoxes = births && { names: person?.names ?? [], born: births };
  const shownAs = isAnother(person, values) ? person : inBoxes;
  const another = shownAs && { ...shownAs, names: namesOf(shownAs, lines, values) };
  const hasSigns = person !== undefined || shown.length + lines.length > 0;
  const isUnchecked = doubts === undefined && hasSigns;
  const isAgainst = (doubts ?? []).some((doubt) => !('isMild' in doubt && doubt.isMild));
  return {
    ...(another ? { another } : {}),
    ...(doubts && doubts.length > 0 ? { doubts } : {}),
    ...(isUnchecked ? { isUnchecked } : {}),
    isDoubtful: another !== undefined || isUnchecked || isAgainst,
  };
}

/** Names under labels or, without any, the name of the values if the title, a heading or the breadcrumb has it. */
function namesOf(
  { names }: FormPerson,
  lines: readonly NameLine[],
  values: readonly FillValue[],
): readonly string[] {
  if (names.length > 0) return names;
  const heads = lines.filter(({ place, isOfOthers }) => place !== 'line' && !isOfOthers);
  const own = values.flatMap(({ path, text }) => (path === 'subject.name' ? text : []));
  return own.filter((name) =>
    heads.some(({ text }) => isNamedIn(wordsIn(text), name, FEWEST_WORDS)),
  );
}
