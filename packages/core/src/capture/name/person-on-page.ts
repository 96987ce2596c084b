/** One person as a page names them, and the test that two names are the same person's. */
import type { PersonFact } from '../field/label-dictionary.js';
import { addProof, areApart, type PersonProof } from './person-proof.js';

export interface PersonOnPage {
  /**
   * Folded words of the names that the page has for them; empty if a part of the page names nobody and says that it is
   * the subject's.
   */
  readonly words: Set<string>;
  /** Facts given about them next to a name of their own. */
  readonly facts: Set<PersonFact>;
  /** Facts given next to the name that another person of the same name would not share. */
  readonly proof: PersonProof;
  /** Set if a heading or a label says that it is the subject. */
  isSubject: boolean;
  /** Set if a heading says that it is somebody else. */
  isOutside: boolean;
  /** Set if named in a part of the page that is on screen. */
  isShown: boolean;
}

/** Merges openings of the same person; see {@link isSamePerson}. */
export function mergePeople(
  openings: readonly { person: PersonOnPage }[],
): readonly PersonOnPage[] {
  const people = new Set<PersonOnPage>();
  const byWord = new Map<string, Set<PersonOnPage>>();
  /** Keys of people who could be the same: they share a word, or neither has a name. */
  const keysOf = ({ words }: PersonOnPage) => (words.size === 0 ? [''] : [...words]);
  for (const opening of openings) {
    const { person } = opening;
    const near =
      person.words.size === 0
        ? [...people]
        : ['', ...person.words].flatMap((word) => [...(byWord.get(word) ?? [])]);
    const known = near.find((each) => isSamePerson(each, person));
    const kept = known ?? person;
    people.add(kept);
    for (const word of keysOf(person)) {
      if (word !== '') kept.words.add(word);
      byWord.set(word, (byWord.get(word) ?? new Set()).add(kept));
    }
    if (kept !== person) addProof(kept.proof, person.proof);
    kept.isSubject ||= person.isSubject;
    kept.isOutside &&= person.isOutside;
    kept.isShown ||= person.isShown;
    opening.person = kept;
  }
  return [...people];
}

/**
 * True if the words of one name are all in the other: more than one word, or the same name; and no date of birth or
 * reference tells the two apart. A part of the page that names nobody and is the subject's is about the subject named
 * in another part.
 */
function isSamePerson(a: PersonOnPage, b: PersonOnPage): boolean {
  if (areApart(a.proof, b.proof)) return false;
  if (a.words.size === 0 || b.words.size === 0) return a.isSubject && b.isSubject;
  const [less, more] = a.words.size <= b.words.size ? [a.words, b.words] : [b.words, a.words];
  return [...less].every((word) => more.has(word)) && (less.size > 1 || more.size === 1);
}
