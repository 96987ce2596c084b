/**
 * The remains of a vault that does not open whole: each entry is tried in both copies. No entry is written or altered,
 * and no content of one is given back.
 */
import { type Batch, PreventError } from '@cyber-prevent/core';
import type { DamageKind } from '../ports/services.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { rowOf } from './journal/batch-frame.js';
import { type Journal, openJournal } from './journal/journal.js';
import { type Keyring, openKeyring } from './keyring/keyring.js';
import { latestMark } from './mark.js';
import { type BatchRow, hasDatabase, openDatabase, type VaultDatabase } from './place/database.js';
import type { Places } from './place/places.js';
import { entrySeal } from './sealed-entry.js';

export interface Survey {
  readonly what: DamageKind;
  /** Number of entries there were, as far as anything still shows; 0 when nothing does. */
  readonly entries: number;
  /** Number of entries that can be read in one copy or both. */
  readonly readable: number;
  /** First and last sequence of each run that is in neither copy. */
  readonly missing: readonly Run[];
  /** Number of records with parts in the readable entries. */
  readonly records: number;
}
export type Run = readonly [first: number, last: number];

const WINDOW = 256;

type SurveyKeys = Pick<VaultKeys, 'vault' | 'kind' | 'identity' | 'purposes'>;

/** Rejects when the browser gives no storage. */
export async function surveyVault(keys: SurveyKeys, places: Places): Promise<Survey> {
  const { kind } = keys;
  const { port } = places;
  const database = (await hasDatabase(kind, port)) ? await openDatabase(kind, port) : undefined;
  try {
    const files = await places.files.open(kind, { make: false });
    try {
      const journal = await openJournal(files);
      const keyring = await openKeyring(files, keys.vault, keys.purposes.slots);
      const mark = await marked(keys, database, places);
      return await countOut({ keys, database, journal, keyring, mark });
    } finally {
      await files.close();
    }
  } finally {
    database?.close();
  }
}

interface Copies {
  readonly keys: SurveyKeys;
  readonly database: VaultDatabase | undefined;
  readonly journal: Journal;
  readonly keyring: Keyring;
  /** Number of entries by the mark; undefined when there is no mark, `altered` when it is unreadable. */
  readonly mark: number | 'altered' | undefined;
}

async function countOut({ keys, database, journal, keyring, mark }: Copies): Promise<Survey> {
  const seal = entrySeal(keys, keyring);
  const held = new Set(keyring.slots().map(({ slot }) => slot));
  const last = Number((await database?.batches.orderBy(':id').lastKey()) ?? 0);
  const entries = Math.max(typeof mark === 'number' ? mark : 0, journal.lastSeq, last);
  const records = new Set<string>();
  const missing: number[] = [];
  let [present, underHeldKeys] = [0, 0];

  const read = async (seq: number, copies: readonly BatchRow[]): Promise<void> => {
    if (copies.length > 0) present += 1;
    if (copies.some(({ slot }) => held.has(slot))) underHeldKeys += 1;
    for (const row of copies) {
      const entry = await seal.open(row).catch(refused);
      if (entry === undefined) continue;
      for (const id of recordsIn(entry.batch)) records.add(id);
      return;
    }
    missing.push(seq);
  };
  for (let from = 1; from <= entries; from += WINDOW) {
    const many = Math.min(WINDOW, entries - from + 1);
    const seqs = Array.from({ length: many }, (_, index) => from + index);
    const rows = (await database?.batches.bulkGet(seqs)) ?? [];
    const frames = await journal.read(seqs);
    for (const [index, seq] of seqs.entries()) {
      const [row, frame] = [rows[index], frames.get(seq)];
      await read(seq, [...(row ? [row] : []), ...(frame ? [rowOf(frame)] : [])]);
    }
  }
  const readable = entries - missing.length;
  const what = (): DamageKind => {
    if (present === 0) return 'emptied';
    if (missing.length === 0) return mark === undefined ? 'unmarked' : 'altered';
    if (underHeldKeys === 0) return 'keys-gone';
    return readable === present && missing[0] === readable + 1 ? 'cut' : 'unreadable-entries';
  };
  return { what: what(), entries, readable, missing: runsOf(missing), records: records.size };
}

async function marked(
  keys: SurveyKeys,
  database: VaultDatabase | undefined,
  { area }: Places,
): Promise<Copies['mark']> {
  const mark = await latestMark(keys, database, area).catch(refused);
  return mark ? mark.expect?.seq : 'altered';
}

function refused(error: unknown): undefined {
  if (!(error instanceof PreventError)) throw error;
  return undefined;
}

function recordsIn({ revisions }: Batch): readonly string[] {
  return revisions.flatMap((entry) => (entry ? [entry.content.record] : []));
}

function runsOf(seqs: readonly number[]): Run[] {
  const runs: [number, number][] = [];
  for (const seq of seqs) {
    const run = runs.at(-1);
    if (run?.[1] === seq - 1) run[1] = seq;
    else runs.push([seq, seq]);
  }
  return runs;
}
