/**
 * Compares a draft with the truth about the people on a page: right field, right meaning, right person, right decision.
 */
import type { DumpedRow } from './dump.ts';
import { folded, keyOf, type Meaning, meansSame } from './meaning.ts';
import type { PageTruth } from './saved-pages.ts';
import { listOf } from './score-pairs.ts';

export interface Field {
  readonly path: string;
  readonly meaning: Meaning;
  /** The right start of each row of it; a row from free text should start as left in any case. */
  readonly starts: 'take' | 'leave';
  /** Set if each value must be found; otherwise any one of the values will do. */
  readonly isEach?: true;
  /** In prose, which a truth need not list: rows drafted for a page whose truth lists none are not judged. */
  readonly isInProse?: true;
}

/** The truth's names with their fields. A path ends where these do, or continues with a dot. */
export const FIELDS: Readonly<Record<string, Field>> = {
  subjectName: { path: 'subject.name', meaning: 'name', starts: 'take' },
  subjectForenames: { path: 'subject.givenNames', meaning: 'name', starts: 'take' },
  subjectSurname: { path: 'subject.familyName', meaning: 'name', starts: 'take' },
  alias: { path: 'subject.aliases', meaning: 'text', starts: 'take' },
  dob: { path: 'subject.bornOn', meaning: 'date', starts: 'take' },
  address: { path: 'subject.address', meaning: 'address', starts: 'take' },
  postcode: { path: 'subject.postcode', meaning: 'code', starts: 'take' },
  school: { path: 'subject.school', meaning: 'text', starts: 'take' },
  phone: { path: 'subject.phones', meaning: 'phone', starts: 'take' },
  email: { path: 'subject.emails', meaning: 'email', starts: 'take' },
  handles: {
    path: 'subject.onlineIdentifiers.asSeen',
    meaning: 'handle',
    starts: 'take',
    isEach: true,
  },
  reference: { path: 'referral.reference', meaning: 'code', starts: 'take' },
  otherReferences: {
    path: 'referral.otherReferences',
    meaning: 'code',
    starts: 'take',
    isEach: true,
  },
  dateOfReferral: { path: 'referral.receivedOn', meaning: 'date', starts: 'take' },
  offence: {
    path: 'referral.suspectedOffences',
    meaning: 'law',
    starts: 'take',
    isInProse: true,
  },
  lawMentioned: { path: 'referral.lawMentioned', meaning: 'law', starts: 'take', isInProse: true },
  incidentDates: {
    path: 'referral.incidentDates',
    meaning: 'date',
    starts: 'take',
    isEach: true,
    isInProse: true,
  },
  referrerName: { path: 'referrer.name', meaning: 'name', starts: 'take' },
  referrerOrg: { path: 'referrer.organisation', meaning: 'text', starts: 'take' },
  referrerRole: { path: 'referrer.role', meaning: 'text', starts: 'take' },
  referrerPhone: { path: 'referrer.phone', meaning: 'phone', starts: 'take' },
  referrerEmail: { path: 'referrer.email', meaning: 'email', starts: 'take' },
  guardianName: { path: 'relatedPersons.name', meaning: 'name', starts: 'leave' },
  guardianPhone: { path: 'relatedPersons.phones', meaning: 'phone', starts: 'leave' },
  guardianEmail: { path: 'relatedPersons.emails', meaning: 'email', starts: 'leave' },
  narrative: { path: 'referral.narrative', meaning: 'prose', starts: 'leave' },
  risk: { path: 'referral.statedRisk', meaning: 'text', starts: 'leave' },
};

export interface FieldCounts {
  readonly wanted: number;
  readonly found: number;
  /** Rows judged: those of known fields, without values hidden on the page or in prose that no truth lists. */
  readonly drafted: number;
  readonly right: number;
  /** Right rows, and those among them that start correctly. */
  readonly started: number;
  readonly startedRight: number;
  /** Rows not judged because no truth lists such facts of this page. */
  readonly unlisted: number;
  /** Taken rows of the subject whose value is another person's, or not such a value at all. */
  readonly distractors: number;
}

export interface FieldScore extends FieldCounts {
  readonly byField: Readonly<Record<string, { readonly wanted: number; readonly found: number }>>;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
  readonly misstarted: readonly string[];
}

interface Item {
  readonly name: string;
  readonly values: readonly string[];
  isFound: boolean;
}

export function scoreFields(truth: PageTruth, rows: readonly DumpedRow[]): FieldScore {
  const draft = rows.filter(({ notKnown }) => notKnown !== true);
  const items = Object.keys(FIELDS).flatMap((name) => itemsOf(truth, name));
  const judged = draft.flatMap((row) => {
    const name = fieldNameOf(row.path);
    return name === undefined ? [] : [{ row, name, isRight: isRight(items, name, row, draft) }];
  });
  const others = judged.filter(({ isRight }) => !isRight);
  const wrong = others.filter(
    ({ row, name }) => !isHidden(truth, name, row) && !isUnlisted(truth, items, name),
  );
  const right = judged.filter(({ isRight }) => isRight);
  const misstarted = right.filter(({ row, name }) => row.taken !== startsTaken(name, row));
  const missed = items.filter(({ isFound }) => !isFound);
  return {
    wanted: items.length,
    found: items.length - missed.length,
    drafted: right.length + wrong.length,
    right: right.length,
    started: right.length,
    startedRight: right.length - misstarted.length,
    unlisted: others.filter(
      ({ row, name }) => !isHidden(truth, name, row) && isUnlisted(truth, items, name),
    ).length,
    distractors: draft.filter((row) => isDistractor(truth, row)).length,
    byField: countByField(items),
    missed: missed.map(({ name, values }) => `${name}: ${values.join(' | ')}`),
    wrong: wrong.map(({ row }) => `${row.path}: ${folded(row.value)}`),
    misstarted: misstarted.map(({ row }) => `${row.path}: ${folded(row.value)}`),
  };
}

function itemsOf({ canonical, normalised, hidden }: PageTruth, name: string): Item[] {
  const field = FIELDS[name];
  const shown = canonical?.[name];
  const tidy = normalised?.[name];
  const given = tidy ?? shown;
  // A value that is only hidden is not wanted.
  if (!field || given === undefined || (shown === undefined && hidden?.[name] !== undefined))
    return [];
  const values = field.isEach ? listOf(given) : alternatives(field, shown, given);
  return field.isEach
    ? values.map((value) => ({ name, values: [value], isFound: false }))
    : [{ name, values, isFound: false }];
}

/** The normalised telephone number is that of only one among several, so the shown ones count too. */
function alternatives(
  { meaning }: Field,
  shown: string | readonly string[] | undefined,
  given: string | readonly string[],
): readonly string[] {
  return meaning === 'phone' ? [...listOf(given), ...listOf(shown ?? [])] : listOf(given);
}

/** Marks the items that the row finds. */
function isRight(
  items: readonly Item[],
  name: string,
  row: DumpedRow,
  draft: readonly DumpedRow[],
): boolean {
  const { meaning = 'text', isEach = false } = FIELDS[name] ?? {};
  const [first] = items.filter(
    (item) =>
      item.name === name &&
      !(isEach && item.isFound) &&
      item.values.some((value) => meansSame(meaning, value, row.value)),
  );
  if (first) {
    first.isFound = true;
    return true;
  }
  return isRightPart(items, name, row, draft) || isRightOfSeveral(items, name, meaning, draft);
}

/** A name may be wanted whole and given in parts, or the other way round. */
function isRightPart(
  items: readonly Item[],
  name: string,
  row: DumpedRow,
  draft: readonly DumpedRow[],
): boolean {
  const wanted = (of: string): readonly string[] =>
    items
      .filter((item) => item.name === of)
      .flatMap(({ values }) => values.map((each) => keyOf('name', each)));
  const whole = wanted('subjectName');
  const key = keyOf('name', row.value);
  if (name === 'subjectName') {
    const isWhole = wanted('subjectForenames').some((fore) =>
      wanted('subjectSurname').some((sur) => key === `${fore} ${sur}`),
    );
    if (isWhole) find(items, ['subjectForenames', 'subjectSurname']);
    return isWhole;
  }
  if (key === '' || !(name === 'subjectForenames' || name === 'subjectSurname')) return false;
  const given = (of: string): string =>
    draft
      .filter(({ path }) => fieldNameOf(path) === of)
      .map(({ value }) => keyOf('name', value))
      .join(' ');
  if (wanted(name).length > 0) return false;
  const [fore, sur] = [given('subjectForenames'), given('subjectSurname')];
  if (fore === '' || sur === '')
    return whole.some((each) => each.startsWith(`${fore} `) || each.endsWith(` ${sur}`));
  const isWhole = whole.includes(`${fore} ${sur}`);
  if (isWhole) find(items, ['subjectName']);
  return isWhole;
}

/** Lines of an address and Acts of an offence may be separate rows, which are right together. */
function isRightOfSeveral(
  items: readonly Item[],
  name: string,
  meaning: Meaning,
  draft: readonly DumpedRow[],
): boolean {
  if (meaning !== 'address' && meaning !== 'law') return false;
  const all = draft.filter(({ path }) => fieldNameOf(path) === name).map(({ value }) => value);
  const item = items.find((each) => each.name === name);
  if (all.length < 2 || !item?.values.some((value) => meansSame(meaning, value, all.join('\n'))))
    return false;
  item.isFound = true;
  return true;
}

function find(items: readonly Item[], names: readonly string[]): void {
  for (const item of items) if (names.includes(item.name)) item.isFound = true;
}

function isHidden({ hidden }: PageTruth, name: string, { value }: DumpedRow): boolean {
  const { meaning = 'text' } = FIELDS[name] ?? {};
  return listOf(hidden?.[name] ?? []).some((each) => meansSame(meaning, each, value));
}

function isUnlisted({ canonical }: PageTruth, items: readonly Item[], name: string): boolean {
  return (
    FIELDS[name]?.isInProse === true &&
    canonical?.narrative !== undefined &&
    !items.some((item) => item.name === name)
  );
}

function startsTaken(name: string, { freeText }: DumpedRow): boolean {
  return !freeText && FIELDS[name]?.starts === 'take';
}

function isDistractor({ distractors = [] }: PageTruth, { path, value, taken }: DumpedRow): boolean {
  return (
    taken &&
    path.startsWith('subject.') &&
    distractors.some(
      (each) =>
        keyOf('text', each.value) === keyOf('text', value) || isSamePhone(each.value, value),
    )
  );
}

function isSamePhone(some: string, other: string): boolean {
  const key = keyOf('phone', some);
  return key.length > 8 && key === keyOf('phone', other) && /^[\d\s+()-]+$/.test(folded(other));
}

export function fieldNameOf(path: string): string | undefined {
  const plain = path.replace(/\[\d*\]/g, '');
  return Object.entries(FIELDS).find(([, field]) => field.path === plain)?.[0];
}

function countByField(items: readonly Item[]): FieldScore['byField'] {
  const counts: Record<string, { wanted: number; found: number }> = {};
  for (const { name, isFound } of items) {
    counts[name] ??= { wanted: 0, found: 0 };
    counts[name].wanted += 1;
    if (isFound) counts[name].found += 1;
  }
  return counts;
}
