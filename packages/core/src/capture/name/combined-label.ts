/** Labels made of a person and a fact: *Parent’s telephone*, *Referrer email*, *Name of referrer*. */
import {
  COMBINED_LABELS,
  FACT_LABELS,
  type HeadingOwner,
  OWNER_WORDS,
  type PersonFact,
} from '../field/label-dictionary.js';
import { labelPhrases } from '../field/label-phrases.js';
import { remembered } from '../field/remembered.js';

/** Most words in a phrase that names an owner: "person making the referral". */
const MOST_WORDS = 5;

export interface CombinedLabel {
  readonly owner: HeadingOwner;
  readonly fact: PersonFact;
}

/** Owner and fact in the folded words of a label: `mother phone`. */
export const plainlyCombined = remembered((label) => combinedWith(label, []));

/** True if a label itself says that a fact is the subject's: *Pupil’s telephone*. */
export function saysSubjects(label: string): boolean {
  return labelPhrases(label).some((words) => plainlyCombined(words)?.owner === 'subject');
}

/**
 * Owner and fact of "Parent’s telephone", "Referrer email", "Name of referrer", "Email (parent)", in folded words.
 *
 * @param own - words that mean the referrer on this page
 */
export function combinedWith(label: string, own: readonly string[]): CombinedLabel | undefined {
  if (own.length === 0 && !label.includes(' ')) return undefined;
  const ownerOf = (phrase: string): HeadingOwner | undefined =>
    own.includes(phrase) ? 'referrer' : OWNER_WORDS.get(phrase);
  const spaces = spacesOf(label);
  // The longest first, so that "parent guardian telephone" is not a parent's "guardian telephone".
  for (let count = Math.min(MOST_WORDS, spaces.length); count > 0; count -= 1) {
    const left = spaces[count - 1] ?? 0;
    const right = spaces[spaces.length - count] ?? 0;
    const found =
      combined(ownerOf(label.slice(0, left)), label.slice(0, left), label.slice(left + 1)) ??
      combined(
        ownerOf(label.slice(right + 1)),
        label.slice(right + 1),
        label.slice(0, right).replace(/( of| for)?( the)?$/, ''),
      );
    if (found) return found;
  }
  return undefined;
}

function combined(
  owner: HeadingOwner | undefined,
  phrase: string,
  rest: string,
): CombinedLabel | undefined {
  const fact = owner && (FACT_LABELS.get(rest) ?? COMBINED_LABELS.get(rest));
  if (!owner || !fact) return undefined;
  // A youth worker is no youth.
  if (owner === 'subject' && fact === 'name' && !FACT_LABELS.has(rest))
    return { owner: 'otherPerson', fact };
  // *School / Ysgol* is one fact in two languages.
  return owner === 'other' && FACT_LABELS.get(phrase) === fact ? undefined : { owner, fact };
}

function spacesOf(label: string): readonly number[] {
  const spaces: number[] = [];
  for (let at = label.indexOf(' '); at >= 0; at = label.indexOf(' ', at + 1)) spaces.push(at);
  return spaces;
}
