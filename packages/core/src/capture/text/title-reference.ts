/** The reference of a record that a page gives only in its heading: `Case 2024/0132 – Avery Example`. */
import type { Reading } from '../../page/reading.js';
import { type FieldPath, ownerOf } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import { OWNER_WORDS } from '../field/label-dictionary.js';
import type { JoinedValue } from '../name/join-lines.js';
import { referenceByValue } from '../name/reference-by-value.js';
import { surePath } from '../name/suggest-path.js';
import { saysNotKnown } from '../read/not-known.js';
import { readValue } from '../read/reader.js';
import { isOfSomebodyElse } from './title-name.js';

/** Fewest facts about the record below the heading. */
const FACTS_NEEDED = 2;
/** Number of the first headings that may be the title of the record. */
const TITLES = 3;
const LONGEST = 120;
const REFERENCES: ReadonlySet<FieldPath> = new Set([
  'referral.reference',
  'referral.otherReferences[]',
]);
const PIECES = /\s[-–—|•·]\s|[()\n]/;
/** Capitals with groups of figures, which need no words before them: `CSR 26-118`, `INT-26-00418`. */
const SHAPED = /^\p{Lu}{2,6}[ /-](?:[\p{Lu}\d]+[/-])+\d{3,}(?=$|:\s)/u;
/** Words, and one word with figures after them. */
const HEADED = /^(?<words>\p{L}[\p{L}. ]{0,40}?)[:#\s]+(?<code>[\p{L}\d][\p{L}\d/._-]{2,30})$/u;
const FIGURES = /(?:\d.*){3}/;
const YEAR = /^(?:19|20)\d\d$/;
/** Figures alone that are too many for a record: a telephone, or a number that the health service gives. */
const LONG_NUMBER = /^\d{9,}$/;
const ACT = /^(?:view|edit|show|open|update|details of|summary of|record of)\s+/i;
/** A code of letters and figures that a heading names as what is viewed or edited: `Edit contact C-26-3391`. */
const ACTED_ON = /^\p{Lu}{1,6}[-/]\d{2,4}[-/]\d{3,}$/u;
/** A word that names the record has its number right after it: `Case 2024/0132` for *case number*. */
const OF_RECORD = ['', ' number', ' reference'];

interface Found {
  readonly path: FieldPath;
  readonly words: string;
  readonly code: string;
  /** Set if the heading says only that this is viewed or edited. */
  readonly isActedOn?: boolean;
}

/** The values with a reference before them, in free text, if none of them is it and a single heading has it. */
export function withTitleReference(
  joined: readonly JoinedValue[],
  { headings, headingPlaces = [] }: Pick<Reading, 'headings' | 'headingPlaces'>,
): readonly JoinedValue[] {
  const named = joined.filter(({ path }) => path !== undefined);
  const given = new Set(
    named.flatMap(({ path, text }) => (isReference(path) && !saysNotKnown(text, path) ? path : [])),
  );
  if (given.has('referral.reference')) return joined;
  const facts = named.filter(
    ({ path, value, freeText }) => value.visible && !freeText && path && isOfRecord(path),
  );
  const [first] = facts;
  if (!first || new Set(facts.map(({ path }) => path)).size < FACTS_NEEDED) return joined;
  const titles = [...new Set([...first.value.owner, ...headings.slice(0, TITLES)])];
  const found = titles.flatMap((title) =>
    isOfSomebodyElse(title)
      ? []
      : referencesIn(title)
          .filter(({ path, isActedOn }) => given.size === 0 || (isActedOn && !given.has(path)))
          .map((each) => ({ ...each, title })),
  );
  const [one] = found;
  // Two of them are two records, and nothing says which is meant.
  if (!one || new Set(found.map(({ code }) => code)).size > 1) return joined;
  const place = headingPlaces[headings.indexOf(one.title)];
  if (!place) return joined;
  const { frame, selector, verbatim } = place;
  const id = `${first.id}-title-reference`;
  const value: JoinedValue = {
    id,
    path: one.path,
    label: one.words,
    text: one.code,
    namedBy: 'generic',
    freeText: true,
    value: {
      id,
      label: one.words,
      value: one.code,
      kind: 'text',
      owner: [],
      place: { frame, selector, verbatim },
      visible: true,
      method: 'label-above',
      score: 0.4,
      runnersUp: [],
    },
  };
  const at = joined.indexOf(first);
  return [...joined.slice(0, at), value, ...joined.slice(at)];
}

function isReference(path: FieldPath | undefined): boolean {
  return path !== undefined && REFERENCES.has(path);
}

function isOfRecord(path: FieldPath): boolean {
  return ownerOf(path) === 'subject' || ownerOf(path) === 'referral';
}

function referencesIn(title: string): readonly Found[] {
  if (title.length > LONGEST) return [];
  return title.split(PIECES).flatMap((piece) => {
    const said = piece.trim().replace(ACT, '');
    const [shaped] = SHAPED.exec(said) ?? [];
    if (shaped !== undefined)
      return [{ path: 'referral.reference', words: title, code: shaped } as const];
    const { words = '', code = '' } = HEADED.exec(said)?.groups ?? {};
    if (!isCode(code)) return [];
    const path = pathOf(words, code);
    if (path !== undefined) return [{ path, words, code }];
    const isOfPerson = OWNER_WORDS.has(labelWords(words));
    const isActedOn = said !== piece.trim() && ACTED_ON.test(code) && !isOfPerson;
    return isActedOn ? [{ path: 'referral.reference', words, code, isActedOn }] : [];
  });
}

function pathOf(words: string, code: string): FieldPath | undefined {
  const known = OF_RECORD.map((noun) => surePath({ label: words + noun, owner: [] }));
  return [...known, referenceByValue(words, code)].find(isReference);
}

/** True for one word with figures that is no year, day or long number. */
function isCode(code: string): boolean {
  return (
    FIGURES.test(code) &&
    !YEAR.test(code) &&
    !LONG_NUMBER.test(code) &&
    !readValue('ukDate', code).ok
  );
}
