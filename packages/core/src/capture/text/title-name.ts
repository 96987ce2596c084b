/** The name of a person that a page gives only in its heading: `Avery Example` above the facts of a record. */
import type { Reading } from '../../page/reading.js';
import { ownerOf } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import { isGivenName } from '../field/given-name.js';
import {
  FACT_LABELS,
  isOutside,
  NEVER,
  OWNER_WORDS,
  ownerOfHeading,
  PATH_LABELS,
} from '../field/label-dictionary.js';
import { NAME_WORD, PARTICLES } from '../field/name-shape.js';
import { isRanked } from '../name/agent.js';
import type { JoinedValue } from '../name/join-lines.js';
import { isCaretName } from '../name/named-part.js';
import { hasPlainWord } from '../name/plain-word.js';
import { surePath } from '../name/suggest-path.js';
import { saysNotKnown } from '../read/not-known.js';
import { isCapitals } from '../read/read-name.js';

/** Fewest facts about a person: any page may have fewer. */
const FACTS_NEEDED = 2;
const NAME_PATHS = new Set(['subject.name', 'subject.givenNames', 'subject.familyName']);
const ABOUT_A_PERSON = new Set([
  'subject.bornOn',
  'subject.sexRecorded',
  'subject.address',
  'subject.phones[]',
  'subject.emails[]',
  'subject.onlineIdentifiers[].asSeen',
  'subject.aliases[]',
]);
/** Words before a name in a heading: "Nominal Avery Example", "Contact: Avery Example". */
const BEFORE =
  /^(?:record|profile|details|case|file|contact|card|view|edit|show)(?: (?:of|for|about))?:?\s+/i;
const NAME = new RegExp(
  String.raw`^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?${NAME_WORD}(?: ${PARTICLES}${NAME_WORD}){1,3}$|^\p{Lu}[\p{Lu}’' -]+, ${NAME_WORD}(?: ${NAME_WORD}){0,2}$`,
  'u',
);
/** `Vael, Taz`: without capitals only a known given name shows that the family name comes first. */
const INVERTED = new RegExp(
  `^(?<family>${PARTICLES}${NAME_WORD}(?: ${PARTICLES}${NAME_WORD})?), (?<given>${NAME_WORD})(?: ${NAME_WORD}){0,2}$`,
  'u',
);
/** Labels of the name that a system gives a record. */
const TITLES = new Set([
  'title',
  'item',
  'record',
  'heading',
  'record name',
  'case name',
  'record title',
]);
/** True for a heading such as *Sibling: Kai Marlow*. */
export function isOfSomebodyElse(title: string): boolean {
  const owner = ownerOfHeading(title);
  return owner === 'referrer' || owner === 'relatedPersons' || isOutside(owner);
}

/** The values with a name before them, if none of them gives it and the heading above them does. */
export function withTitleName(
  joined: readonly JoinedValue[],
  reading: Pick<Reading, 'headings' | 'headingPlaces'>,
): readonly JoinedValue[] {
  const named = joined.filter(({ path, freeText }) => path !== undefined && !freeText);
  const names = named.filter(
    ({ path, text }) => path !== undefined && NAME_PATHS.has(path) && !saysNotKnown(text, path),
  );
  if (names.length > 0) return names.every(isOffTab) ? shownInHeading(joined, reading) : joined;
  const facts = named.filter(
    ({ path, value }) => path !== undefined && ABOUT_A_PERSON.has(path) && value.visible,
  );
  const [first] = facts;
  if (!first) return joined;
  const isFew = new Set(facts.map(({ path }) => path)).size < FACTS_NEEDED;
  if (isFew && !isUnderName(facts)) return joined;
  const owners = facts.map(({ value }) => value.owner);
  // The heading must rule the facts; the page's own title rules them all.
  const above = [...first.value.owner]
    .reverse()
    .filter((title) => owners.every((owner) => owner.includes(title)));
  const titled = joined.find(
    ({ label, path, text }) =>
      path === undefined && TITLES.has(labelWords(label)) && nameIn(text) !== undefined,
  );
  const labelled = withNameLabel(joined, first.value.owner);
  if (labelled) return labelled;
  if (titled)
    return joined.map((each) => (each === titled ? { ...each, path: 'subject.name' } : each));
  for (const title of [...above, ...reading.headings.slice(0, 3)]) {
    const name = nameInPieces(title);
    const place = reading.headingPlaces?.[reading.headings.indexOf(title)];
    if (name === undefined || place === undefined || isOfSomebodyElse(title)) continue;
    if (!above.includes(title) && rulesOthers(title, joined, joined.indexOf(first))) continue;
    const value: JoinedValue = {
      ...first,
      id: `${first.id}-title`,
      path: 'subject.name',
      label: title,
      text: asSaid(name),
      namedBy: 'generic',
      value: {
        ...first.value,
        id: `${first.value.id}-title`,
        label: title,
        value: name,
        owner: [],
        place,
        method: 'label-above',
        score: 0.4,
        runnersUp: [],
      },
    };
    const at = joined.indexOf(first);
    return [...joined.slice(0, at), value, ...joined.slice(at)];
  }
  return joined;
}

/** True for a single date of birth right under a heading that is the name of somebody: no other fact is needed. */
function isUnderName(facts: readonly JoinedValue[]): boolean {
  const births = facts.filter(({ path }) => path === 'subject.bornOn');
  const [birth] = births;
  const heading = birth?.value.owner.at(-1);
  return births.length === 1 && heading !== undefined && nameIn(heading) !== undefined;
}

/** True if a heading names the person of a part that comes after the facts, or that is somebody else's. */
function rulesOthers(title: string, joined: readonly JoinedValue[], from: number): boolean {
  const under = joined.filter(({ value }) => value.owner.includes(title));
  const [one] = under;
  if (!one) return false;
  return (
    joined.indexOf(one) > from ||
    under.some(({ isStrangers, value }) => isStrangers || value.owner.some(isOfSomebodyElse))
  );
}

/** A label and its value within a value: `CRN: X100001`. */
const WITHIN = /^(\p{L}[\p{L} ]{1,30}): (\S{1,40})$/u;

/** The values with the name that is a label of the facts, over a reference: `Tobias Wren` with `CRN: X100001`. */
function withNameLabel(
  joined: readonly JoinedValue[],
  owner: readonly string[],
): readonly JoinedValue[] | undefined {
  const headings = owner.join('\n');
  for (const each of joined) {
    const { label, path, text, value } = each;
    if (path !== undefined || !value.visible || value.owner.join('\n') !== headings) continue;
    const [, inner = '', said = ''] = WITHIN.exec(text) ?? [];
    const reference = inner === '' ? undefined : surePath({ label: inner, owner: [] });
    if (reference !== 'referral.otherReferences[]' && reference !== 'referral.reference') continue;
    const name = nameIn(label);
    if (name === undefined || !isGivenName(name.split(' ', 1)[0] ?? '')) continue;
    const place = value.labelPlace ?? value.place;
    const named: JoinedValue = {
      ...each,
      id: `${each.id}-name`,
      path: 'subject.name',
      text: name,
      value: { ...value, id: `${value.id}-name`, value: name, place },
    };
    const given: JoinedValue = { ...each, path: reference, label: inner, text: said };
    return joined.flatMap((one) => (one === each ? [named, given] : [one]));
  }
  return undefined;
}

function isOffTab({ value }: JoinedValue): boolean {
  return !value.visible;
}

/** The values with a name from a closed tab placed at a heading that has it too: the officer sees it there. */
function shownInHeading(
  joined: readonly JoinedValue[],
  { headings, headingPlaces = [] }: Pick<Reading, 'headings' | 'headingPlaces'>,
): readonly JoinedValue[] {
  const said = new Map(
    headings.slice(0, 3).flatMap((title, at): [string, number][] => {
      const name = nameIn(title);
      return name === undefined ? [] : [[labelWords(name), at]];
    }),
  );
  return joined.map((each): JoinedValue => {
    const at = each.path === 'subject.name' ? said.get(labelWords(each.text)) : undefined;
    const place = at === undefined ? undefined : headingPlaces[at];
    return place === undefined ? each : { ...each, value: { ...each.value, place, visible: true } };
  });
}

/** The name in a heading, or in one of its pieces: `Contact log - Tobias Wren (TW 26-118)`. */
function nameInPieces(title: string): string | undefined {
  const whole = nameIn(title);
  if (whole !== undefined || title.length > LONGEST_TITLE) return whole;
  return title
    .split(PIECES)
    .flatMap((piece) => nameIn(piece.trim()) ?? [])
    .find((name) => isGivenName(name.split(' ', 1)[0] ?? ''));
}

const LONGEST_TITLE = 120;
/** Signs between the pieces of a title, and the words after which it says whose record it is. */
const PIECES = /\s[-–—|]\s|[:()]|^(?:\S+ ){1,4}(?:for|about|on) (?=\p{Lu})/u;

export function nameIn(title: string): string | undefined {
  if (isCaretName(title)) return title;
  let bare = title.replace(BEFORE, '').trim();
  for (const count of [3, 2, 1]) {
    const words = bare.split(' ');
    if (words.length > count + 1 && OWNER_WORDS.has(labelWords(words.slice(0, count).join(' '))))
      bare = words
        .slice(count)
        .join(' ')
        .replace(/^[:–-]\s*/, '');
  }
  if (bare.length > 60 || !(NAME.test(bare) || isInverted(bare))) return undefined;
  // Only somebody at work is called by a rank.
  if (isRanked(bare)) return undefined;
  const words = labelWords(bare);
  if (FACT_LABELS.has(words) || PATH_LABELS.has(words) || NEVER.has(words)) return undefined;
  return hasPlainWord(bare) ? undefined : bare;
}

/** The name in the order in which it is said. */
function asSaid(name: string): string {
  const [family = '', given = ''] = isInverted(name) ? name.split(', ') : [];
  return given === '' ? name : `${given} ${family}`;
}

function isInverted(text: string): boolean {
  const { family = '', given = '' } = INVERTED.exec(text)?.groups ?? {};
  return family !== '' && (isCapitals(family) || isGivenName(given));
}

/** True if any named value is about the subject. */
export function isAboutSomebody(joined: readonly JoinedValue[]): boolean {
  return joined.some(({ path }) => path !== undefined && ownerOf(path) === 'subject');
}
