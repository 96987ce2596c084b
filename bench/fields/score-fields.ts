/** A draft held against what a page says of the people on it: right field, right meaning, right person, right decision. */
import type { DumpedRow } from './dump.ts';
import { folded, keyOf, type Meaning, meansSame } from './meaning.ts';
import type { PageTruth } from './saved-pages.ts';
import { listOf } from './score-pairs.ts';

interface Field {
  readonly path: string;
  readonly meaning: Meaning;
  /** As each row of it should start; a row from free text is left whatever this says. */
  readonly starts: 'take' | 'leave';
  /** Each value is one to find; of another field any of the values will do. */
  readonly isEach?: true;
  /** Stands in prose, where a truth need not list it: what is drafted for a page that lists none is not judged. */
  readonly isInProse?: true;
}

/** The truth's names, and where each goes. A path ends where these do, or goes further with a dot. */
const FIELDS: Readonly<Record<string, Field>> = {
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
  /** Rows judged: those of known fields, without what stands hidden on the page or in prose that no truth lists. */
  readonly drafted: number;
  readonly right: number;
  /** Right rows, and those of them that start as they should. */
  readonly started: number;
  readonly startedRight: number;
  /** Rows not judged because no truth lists such facts of this page. */
  readonly unlisted: number;
  /** Rows of the subject, taken, whose value is somebody else's or nothing of the sort. */
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

export function scoreFields(truth: PageTruth, draft: readonly DumpedRow[]): FieldScore {
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
  // What stands hidden alone is not asked for.
  if (!field || given === undefined || (shown === undefined && hidden?.[name] !== undefined))
    return [];
  const values = field.isEach ? listOf(given) : alternatives(field, shown, given);
  return field.isEach
    ? values.map((value) => ({ name, values: [value], isFound: false }))
    : [{ name, values, isFound: false }];
}

/** Of several telephone numbers the tidy one is that of one of them alone. */
function alternatives(
  { meaning }: Field,
  shown: string | readonly string[] | undefined,
  given: string | readonly string[],
): readonly string[] {
  return meaning === 'phone' ? [...listOf(given), ...listOf(shown ?? [])] : listOf(given);
}

/** Marks what the row finds. */
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

/** A name may be asked for whole and given in parts, or the other way round. */
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

/** Lines of an address and Acts of an offence may come as rows of their own, and are right together. */
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
