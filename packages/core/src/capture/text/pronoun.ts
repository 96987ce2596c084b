/** Pronouns after an adult was named: *her mobile* may be the mother's, and then it is never the child's. */
import { OTHER, PUPIL } from './person-word.js';
import { type NamedPerson, sentenceBefore } from './subject-name.js';
import { everyMatch } from './text-match.js';

const PRONOUN = /(?<![\p{L}])(he|him|his|she|her|they|them|their)(?![\p{L}])/giu;
const MALE = /^(?:he|him|his)$/i;
const FEMALE = /^(?:she|her)$/i;
const WOMEN =
  /^(?:(?:step|grand|foster)?[ -]?(?:mother|mum|mam|mom|nan|gran)|aunt|sister|wife|girlfriend|mrs|ms|miss)s?$/i;
const MEN =
  /^(?:(?:step|grand|foster)?[ -]?(?:father|dad|grandad)|uncle|brother|husband|boyfriend|mr)s?$/i;

/** Sentences looked back over, each of which only goes on about somebody. */
const MOST_SENTENCES = 4;
/** Letters after a place that may be its pronoun: *her mobile* begins with it. */
const PRONOUN_LENGTH = 6;

type Sex = 'male' | 'female';

interface Adult {
  readonly from: number;
  readonly sex: Sex | undefined;
}

/**
 * True if a fact is said of *he* or *her*, and an adult named before could be meant. A sentence that begins with the
 * subject is about them.
 */
export function isOfAdult(text: string, at: number, people: readonly NamedPerson[]): boolean {
  const own = sentenceBefore(text, at);
  const said = everyMatch(own + text.slice(at, at + PRONOUN_LENGTH), PRONOUN).at(-1)?.[1];
  if (said === undefined) return false;
  let end = at;
  for (let nth = 0; nth < MOST_SENTENCES; nth += 1) {
    const sentence = sentenceBefore(text, end);
    const start = end - sentence.length;
    const subject = firstSubject(sentence, start, people);
    const adults = adultsIn(sentence, start, people);
    const [first] = adults;
    const last = adults.at(-1);
    if (first && last) {
      if (nth === 0 && subject !== undefined && subject < first.from) return false;
      // A subject named after the adult is the nearer one.
      if (people.some(({ isSubject, from }) => isSubject && from > last.from && from < end))
        return false;
      return adults.some(({ sex }) => mayBe(said, sex));
    }
    if (subject !== undefined || start === 0) return false;
    end = text.slice(0, start).trimEnd().length - 1;
    if (end <= 0) return false;
  }
  return false;
}

function mayBe(pronoun: string, sex: Sex | undefined): boolean {
  if (sex === undefined) return true;
  return sex === 'female' ? !MALE.test(pronoun) : !FEMALE.test(pronoun);
}

const A_PUPIL = new RegExp(`(?<![\\p{L}])${PUPIL}(?![\\p{L}])`, 'iu');

function firstSubject(
  sentence: string,
  start: number,
  people: readonly NamedPerson[],
): number | undefined {
  const named = people.find(
    ({ isSubject, from }) => isSubject && from >= start && from < start + sentence.length,
  )?.from;
  const noun = A_PUPIL.exec(sentence)?.index;
  const all = [named, noun === undefined ? undefined : start + noun];
  const found = all.filter((each) => each !== undefined);
  return found.length === 0 ? undefined : Math.min(...found);
}

const ROLE = new RegExp(`(?<![\\p{L}])(${OTHER})(?![\\p{L}])`, 'giu');
/** A name after a role: `, Tessa`, ` is Mr Hale`. */
const THEN_NAMED =
  /^(?:,|:|\s?\(| is| was| called| named)?\s+(?:is\s+)?(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?\p{Lu}\p{Ll}/u;
const NAMED_THEN = new RegExp(
  `^\\s*[,(]\\s*(?:(?:our|his|her|their|the|a|my|is)\\s+)*(?:[\\w-]+\\s+){0,2}(${OTHER})(?![\\p{L}])`,
  'iu',
);
const STYLED = /^(Mr|Mrs|Ms|Miss)\b/;

function adultsIn(
  sentence: string,
  start: number,
  people: readonly NamedPerson[],
): readonly Adult[] {
  const found: Adult[] = [];
  for (const role of everyMatch(sentence, ROLE)) {
    const after = sentence.slice(role.index + role[0].length);
    if (THEN_NAMED.test(after)) found.push({ from: start + role.index, sex: sexOf(role[1]) });
  }
  for (const { isSubject, name, from, to } of people) {
    if (isSubject || from < start || to > start + sentence.length) continue;
    const role = NAMED_THEN.exec(sentence.slice(to - start))?.[1] ?? STYLED.exec(name)?.[1];
    if (role !== undefined) found.push({ from, sex: sexOf(role) });
  }
  return found.sort((a, b) => a.from - b.from);
}

function sexOf(word = ''): Sex | undefined {
  if (WOMEN.test(word)) return 'female';
  return MEN.test(word) ? 'male' : undefined;
}
