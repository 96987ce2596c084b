/**
 * Values about somebody other than the subject. If a page names several people, a label, a heading, the title or a fact
 * given of only one of them must show which is the subject. Values of another person, or of nobody in particular, are
 * never the subject's by default.
 */
import type { LabelledValue, Reading } from '../../page/reading.js';
import { labelWords } from '../field/fold-label.js';
import {
  type HeadingOwner,
  isOutside,
  ownerOfHeadings,
  type PersonFact,
} from '../field/label-dictionary.js';
import { isWholeName, peopleOnPage } from './people-on-page.js';
import type { PersonOnPage } from './person-on-page.js';

/** Facts that only the person of a record has, on the pages that are read here. */
const SUBJECTS: readonly PersonFact[] = ['bornOn', 'aliases', 'school', 'sexRecorded', 'handles'];
/** Number of headings at the top of a page that show its subject. */
const TOP_HEADINGS = 3;

export interface Strangers {
  /** Ids of values that no label or heading gives to the subject and that are not the subject's. */
  readonly ids: ReadonlySet<string>;
  /** Those of them that follow the name of somebody other than the subject, who is known. */
  readonly ofOthers: ReadonlySet<string>;
  /** Ids of values that follow the subject's own name, where others are named as well. */
  readonly ofSubject: ReadonlySet<string>;
  /** Folded words of the subject's name, where others are named as well. */
  readonly subjectWords: ReadonlySet<string>;
}

const NOBODY: Strangers = {
  ids: new Set(),
  ofOthers: new Set(),
  ofSubject: new Set(),
  subjectWords: new Set(),
};

/**
 * Values that are not the subject's.
 *
 * @param isSubjectName - says if an adapter or a separate label makes a value the subject's name
 */
export function strangersOf(
  values: readonly LabelledValue[],
  { title, headings }: Pick<Reading, 'title' | 'headings'>,
  isSubjectName: (value: LabelledValue) => boolean,
): Strangers {
  const { people, personOf } = peopleOnPage(values, isSubjectName);
  if (people.length < 2) return NOBODY;
  const top = headings.slice(0, TOP_HEADINGS);
  const named = values.filter((value) => personOf(value) !== undefined);
  // The first heading may be over all the people: the others then name whoever is below them.
  const isOverAll = named.every(({ owner }) => owner[0] === top[0]);
  const first = [title, ...top.slice(0, 1)];
  // A name over the page is its subject's: the names below it are of others, whoever of them is known.
  const isOfName = isOverAll && top[0] !== undefined && isWholeName(top[0]);
  const subject = subjectAmong(people, [
    isOfName ? first : [title, ...top],
    isOverAll ? first : [],
  ]);
  const ids = new Set(
    values
      .filter((value) => {
        const heading = ownerOfHeadings(value.owner);
        if (isOthers(heading)) return false;
        const person = personOf(value);
        // For lists without names, and for parts marked as the subject's, the headings decide.
        if (person === undefined && (value.row || heading === 'subject')) return false;
        return person !== subject || subject === undefined;
      })
      .map(({ id }) => id),
  );
  const isOfAnother = (value: LabelledValue): boolean => {
    const person = personOf(value);
    return subject !== undefined && person !== undefined && person !== subject && ids.has(value.id);
  };
  const isOfSubject = (value: LabelledValue): boolean =>
    subject !== undefined && personOf(value) === subject && !isOthers(ownerOfHeadings(value.owner));
  const idsOf = (are: (value: LabelledValue) => boolean): ReadonlySet<string> =>
    new Set(values.filter(are).map(({ id }) => id));
  return {
    ids,
    ofOthers: idsOf(isOfAnother),
    ofSubject: idsOf(isOfSubject),
    subjectWords: subject?.words ?? new Set(),
  };
}

function isOthers(heading: HeadingOwner | undefined): boolean {
  return heading === 'referrer' || heading === 'relatedPersons' || isOutside(heading);
}

/**
 * The person whose record a page with several people is; undefined if it does not say.
 *
 * @param titles - texts that may name them, and after these the surer ones, for when those name several
 */
function subjectAmong(
  people: readonly PersonOnPage[],
  titles: readonly (readonly string[])[],
): PersonOnPage | undefined {
  const inside = people.filter((person) => !person.isOutside);
  const shown = inside.filter(({ isShown }) => isShown);
  // Closed tabs show other people, or the same ones again.
  const all = shown.length > 0 ? shown : inside;
  const said = all.filter(({ isSubject }) => isSubject);
  const among = said.length > 0 ? said : all;
  const namedIn = (some: readonly string[]): readonly PersonOnPage[] =>
    among.filter(({ words }) => words.size > 1 && some.some((title) => isNameIn(title, words)));
  const hasOwnFacts = ({ facts }: PersonOnPage): boolean =>
    SUBJECTS.some((fact) => facts.has(fact));
  const only = onlyOne(among);
  if (only) return only;
  const named = titles.map(namedIn);
  // A fact that only one of them has tells nothing where a title names another who has facts or is said to be it.
  const isTold = named.flat().some(({ facts, isSubject }) => isSubject || facts.size > 0);
  return (
    named.map(onlyOne).find((each) => each !== undefined) ??
    (isTold ? undefined : onlyOne(among.filter(hasOwnFacts)))
  );
}

/** True if a title has all the words of a name, or is a name whose words are all among them. */
function isNameIn(title: string, words: ReadonlySet<string>): boolean {
  const said = new Set(labelWords(title).split(' '));
  const isWithin = [...words].every((word) => said.has(word));
  return isWithin || (isWholeName(title) && [...said].every((word) => words.has(word)));
}

function onlyOne<T>(some: readonly T[]): T | undefined {
  return some.length === 1 ? some[0] : undefined;
}
