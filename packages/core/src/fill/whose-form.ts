/** The law on whose form a page is, for all that is typed into it and taken from it. */
import type { RecordId } from '../shared/primitives.js';
import type { FillValue } from './fill-value.js';
import { type FormPerson, isAnother } from './form-person.js';
import type { NamedForm } from './name-form.js';
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
 */
export function whoseForm(
  { person, shown = [], lines = [] }: Pick<NamedForm, 'person' | 'shown' | 'lines'>,
  values: readonly FillValue[],
  doubts?: readonly FormDoubt[],
): WhoseForm {
  const another = isAnother(person, values) ? person : undefined;
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
