/**
 * The law of saves from pages: none adds to a person on record without what was read of them, taken or left, and none
 * that this speaks against without an officer’s word that names the person and the doubt.
 */
import type { RecordKind } from '../record/kind.js';
import type { Issue } from '../shared/issue.js';
import type { RecordId } from '../shared/primitives.js';
import {
  isMeantPerson,
  type Meant,
  type MeantPerson,
  type ReadOfPerson,
} from '../store/log/meant.js';
import type { RecordStore } from '../store/log/port.js';
import type { Change, Commit } from '../store/log/revision.js';
import { isCommit } from '../store/prepare.js';
import { doubtAbout, type FoundPerson, meantInSpite, PERSON_IN_DOUBT } from './doubt-about.js';
import { packed } from './fold.js';
import { MATCH_KINDS, type MatchValue } from './person.js';
import { takenValues } from './taken-values.js';

export interface DoubtSource {
  readonly store: Pick<RecordStore, 'get' | 'history' | 'everAbout'>;
  /** Finds people on record by these values, in the order in which an officer is asked about them. */
  readonly find: (values: readonly MatchValue[]) => Promise<readonly FoundPerson[]>;
}

/** Additions to a person on record from captures that their records do not name yet. */
interface Added {
  readonly captures: ReadonlySet<RecordId>;
  readonly changes: readonly Change[];
}

/**
 * An issue for each person on record to whom the commit adds from a capture, if it does not say what was read of them,
 * or if that speaks against them and nobody has said that they are meant. Names nobody, so no look is logged.
 */
export async function doubtedCaptures(
  commit: Commit,
  source: DoubtSource,
): Promise<readonly Issue[]> {
  if (!isFromCapture(commit) || !isCommit(commit)) return [];
  const { meant = [], read = [] } = commit;
  const issues: Issue[] = [];
  for (const [id, { captures, changes }] of await addedBy(commit, source.store)) {
    const person = await source.store.get('subject', id);
    // Nothing on record speaks against somebody new.
    if (!person) continue;
    const said = read.find(({ subject }) => subject === id);
    if (!said) {
      if (!(await isByHand(commit, captures, source.store))) issues.push(NOT_COMPARED);
      continue;
    }
    const values = allOf(said, takenValues(changes, captures));
    const isMoved = await isMoveOf(said, captures, source.store);
    // The officer has chosen the person of a move from all on record: only what it gives is compared.
    const found = isMoved ? [] : await source.find(values);
    const doubt = doubtAbout([...values, ...comparable(said.rejected ?? [])], person, found);
    if (doubt && !isAnswered(meantInSpite(id, doubt), meant)) issues.push(PERSON_IN_DOUBT);
  }
  return issues;
}

/** True if a commit is to be compared: most name no capture, and cost nothing. */
export function isFromCapture({ changes, read }: Commit): boolean {
  const all: readonly unknown[] = Array.isArray(changes) ? changes : [];
  return read !== undefined || all.some((change) => Object(change).sources !== undefined);
}

/** True if the word given answers each part of the doubt. */
function isAnswered(doubt: MeantPerson, meant: readonly Meant[]): boolean {
  const words = meant.filter(isMeantPerson).filter(({ subject }) => subject === doubt.subject);
  const has = (of: (word: MeantPerson) => readonly string[]): boolean =>
    of(doubt).every((each) => words.some((word) => of(word).includes(each)));
  return has(({ names }) => names) && has(({ born }) => born) && has(({ others }) => others);
}

/** Everything read, and everything taken that the reading leaves out. */
function allOf({ values }: ReadOfPerson, taken: readonly MatchValue[]): readonly MatchValue[] {
  const read = comparable(values);
  const isRead = (value: MatchValue): boolean =>
    read.some(({ kind, text }) => kind === value.kind && packed(text) === packed(value.text));
  return [...read, ...taken.filter((value) => !isRead(value))];
}

function comparable(values: ReadOfPerson['values']): readonly MatchValue[] {
  return values.filter((value): value is MatchValue =>
    (MATCH_KINDS as readonly string[]).includes(value.kind),
  );
}

async function addedBy(
  { changes, read = [] }: Commit,
  store: DoubtSource['store'],
): Promise<ReadonlyMap<RecordId, Added>> {
  const added = new Map<RecordId, { captures: Set<RecordId>; changes: Change[] }>();
  const under = (person: RecordId) => {
    const own = added.get(person) ?? { captures: new Set(), changes: [] };
    added.set(person, own);
    return own;
  };
  // A reading is compared even if nothing of the page was taken.
  for (const { subject } of read) under(subject);
  for (const change of changes) {
    const captures = capturesIn(change);
    if (change.withdraw || captures.length === 0) continue;
    const person = await personOf(change, store);
    if (!person) continue;
    const earlier = new Set([
      ...(await store.history(change.record)).flatMap(capturesIn),
      ...(await capturesOfReferral(change, person, store)),
    ]);
    const fresh = captures.filter((capture) => !earlier.has(capture));
    if (fresh.length === 0) continue;
    const own = under(person);
    for (const capture of fresh) own.captures.add(capture);
    own.changes.push(change);
  }
  return added;
}

/** Captures that were compared when the referral of the same person was saved, from which a record says something again. */
async function capturesOfReferral(
  { set }: Change,
  person: RecordId,
  store: DoubtSource['store'],
): Promise<readonly RecordId[]> {
  const named = Reflect.get(set, 'referralId') as RecordId | undefined;
  const referral = named && (await store.get('referral', named));
  return referral?.value.subjectId === person ? capturesIn(referral) : [];
}

function capturesIn({ sources = {} }: Pick<Change, 'sources'>): readonly RecordId[] {
  return Object.values(sources).flatMap((refs) => refs.map(({ capture }) => capture));
}

async function personOf(
  { kind, record, set }: Change,
  store: DoubtSource['store'],
): Promise<RecordId | undefined> {
  if (kind === 'subject') return record;
  const given = Reflect.get(set, 'subjectId') as RecordId | undefined;
  if (given !== undefined) return given;
  const held = await store.get(kind, record);
  return held && (Reflect.get(held.value, 'subjectId') as RecordId | undefined);
}

/**
 * True for a detail that an officer enters by hand with its source: no page was read, and nothing was left. A referral
 * or a note from a draft that was typed is none.
 */
async function isByHand(
  { changes, audit = [] }: Commit,
  captures: ReadonlySet<RecordId>,
  store: DoubtSource['store'],
): Promise<boolean> {
  const isFiled = changes.some(
    ({ kind, parents }) => FROM_DRAFTS.has(kind) && parents.length === 0,
  );
  if (isFiled || audit.some(({ action }) => action === 'combination')) return false;
  for (const capture of captures) {
    const made = changes.find(({ record }) => record === capture);
    const way = made
      ? Reflect.get(made.set, 'way')
      : (await store.get('sourceCapture', capture))?.value.way;
    if (way !== 'typed') return false;
  }
  return true;
}

const FROM_DRAFTS: ReadonlySet<RecordKind> = new Set(['referral', 'intelligenceNote']);

/** True if every capture was a source of the other person’s before. */
async function isMoveOf(
  { movedFrom }: ReadOfPerson,
  captures: ReadonlySet<RecordId>,
  store: DoubtSource['store'],
): Promise<boolean> {
  if (movedFrom === undefined) return false;
  const known = new Set<RecordId>();
  for (const id of [movedFrom, ...(await store.everAbout(movedFrom))])
    for (const capture of (await store.history(id)).flatMap(capturesIn)) known.add(capture);
  return [...captures].every((capture) => known.has(capture));
}

const NOT_COMPARED: Issue = {
  code: 'capture-not-compared',
  severity: 'error',
  message:
    'It is not known what was read of this person, so it was not compared with their record. Open the page again, and save from its review.',
  at: 'about',
};
