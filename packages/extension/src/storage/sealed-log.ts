/**
 * The batch log on this computer, in two copies: each batch is sealed once, then written to the journal, flushed, and
 * to the database with the new mark in one strict transaction. Only then is it kept. A damaged copy is repaired from
 * the other, and its bytes are set aside.
 */

import { type Batch, type BatchLog, canonical, PreventError } from '@cyber-prevent/core';
import type { StorageArea } from '../vault/area.js';
import { textDigest } from '../vault/bytes.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { frameOf, rowOf } from './journal/batch-frame.js';
import { segmentSlots } from './keyring/segment-slots.js';
import { MARK_ROW, outsideMark, sealMark } from './mark.js';
import type { BatchRow } from './place/database.js';
import { type Prover, proveHere } from './place/prover.js';
import { storageError } from './place/trouble.js';
import { unawaited } from './place/unawaited.js';
import { type Entry, entrySeal } from './sealed-entry.js';
import type { Shelf } from './shelf.js';

export interface SealedLog extends BatchLog {
  /**
   * Runs `work`, whose appends carry the request inside the seal, so that a request repeated after the keeper died is
   * known. One at a time: the caller waits for `work` before the next.
   */
  during<T>(request: string, work: () => Promise<T>): Promise<T>;
  /** Sequence of the batch that the request made, if it was among the latest. */
  keptBy(request: string): Promise<number | undefined>;
  /** Resolves when the mark outside is written too. */
  settled(): Promise<void>;
  /**
   * Reads these batches in both copies and repairs damage to one of them.
   *
   * @param prover - proves them; absent: this thread does
   * @returns the number damaged
   */
  scrub(seqs: readonly number[], prover?: Prover): Promise<number>;
  /** True if batches were replaced by a disposal since the last call. */
  hasReplaced(): boolean;
  /** The slot that was made for the next batches and may not have any yet. */
  spareSlot(): number | undefined;
}

export interface SealedLogOptions {
  /** Closed with the log. */
  readonly shelf: Shelf;
  /** Storage area of the second mark. */
  readonly area: StorageArea;
  readonly keys: Pick<VaultKeys, 'vault' | 'kind' | 'identity' | 'purposes'>;
  /** Called when the mark outside could not be written; the batch is kept anyway. */
  readonly onTrouble: () => void;
  /** Called with the sequence of a batch whose damaged copy was repaired from the other. */
  readonly onRepair?: (seq: number) => void;
  /** The instant stored with the bytes set aside. */
  readonly now?: () => string;
  /** Lets others go first, between two batches of a long reading: called often, it may answer at once. */
  readonly pause?: () => Promise<void>;
}

/** Rows read and opened together: enough to keep the processor busy, few enough to fit in memory. */
const WINDOW = 256;
const TOGETHER_BYTES = 256 * 1024;
const NO_BYTES = new Uint8Array();
const REQUESTS_REMEMBERED = 1000;
/** Batches searched for a repeated request: a commit is repeated within minutes, not days. */
const LOOK_BACK = 128;

export function sealedLog(options: SealedLogOptions): SealedLog {
  const { shelf, keys, now, onRepair = () => undefined, pause = async () => undefined } = options;
  const { database, journal, keyring } = shelf;
  const outside = outsideMark(options.area, keys.kind, options.onTrouble);
  const entries = entrySeal(keys, keyring);
  const slots = segmentSlots(database, keyring);
  const requests = new Map<string, number>();
  let current: string | undefined;
  let hasLookedBack = false;
  let isReplaced = false;

  const remember = ({ batch, request }: Entry): void => {
    if (request === undefined) return;
    requests.set(request, batch.header.seq);
    const [oldest] = requests.keys();
    if (requests.size > REQUESTS_REMEMBERED && oldest !== undefined) requests.delete(oldest);
  };
  /** Replaces an unreadable row with the batch from the journal. */
  const repaired = async (seq: number, row: BatchRow | undefined): Promise<Entry> => {
    const frame = (await journal.read([seq])).get(seq);
    if (frame === undefined) throw lost(seq);
    const sound = rowOf(frame);
    const entry = await entries.open(sound);
    await database.transaction('rw', database.batches, database.aside, async () => {
      if (row) await database.aside.add({ seq, row, ...(now ? { at: now() } : {}) });
      await database.batches.put(sound);
    });
    onRepair(seq);
    return entry;
  };
  const opened = (seq: number, row: BatchRow | undefined): Promise<Entry> =>
    row === undefined
      ? repaired(seq, row)
      : entries.open(row).catch((error: unknown) => {
          if (error instanceof PreventError) return repaired(seq, row);
          throw error;
        });

  return {
    async append(batch) {
      const entry: Entry = current === undefined ? { batch } : { batch, request: current };
      const marking = unawaited(markOf(batch));
      try {
        await inBoth(entry, marking).catch((error: unknown) => {
          // The browser had silently closed the database, as it does after a full disk: it is opened again.
          if (isOfClosed(error)) return inBoth(entry, marking);
          throw error;
        });
        outside.write(await marking);
      } catch (error) {
        throw await shelf.explained(error);
      }
      remember(entry);
    },

    async *load(after = 0) {
      await shelf.ready();
      for (let from = after; ; ) {
        const rows = await database.batches.where('seq').above(from).limit(WINDOW).toArray();
        for (const some of byBytes(rows)) {
          for (const entry of await Promise.all(some.map((row) => opened(row.seq, row)))) {
            remember(entry);
            yield entry.batch;
          }
          await pause();
        }
        const last = rows.at(-1);
        if (last === undefined || rows.length < WINDOW) return;
        from = last.seq;
      }
    },

    async read(seqs) {
      await shelf.ready();
      const batches: Batch[] = [];
      for (let from = 0; from < seqs.length; from += WINDOW) {
        const window = seqs.slice(from, from + WINDOW);
        const rows = await database.batches.bulkGet(window);
        const found = await Promise.all(window.map((seq, index) => opened(seq, rows[index])));
        batches.push(...found.map(({ batch }) => batch));
      }
      return batches;
    },

    async replace(batches) {
      isReplaced = true;
      await shelf.ready();
      const bySeq = new Map(batches.map((batch) => [batch.header.seq, batch]));
      const seqs = [...bySeq.keys()];
      const rows = await database.batches.bulkGet(seqs);
      const old = new Set<number>();
      for (const [index, seq] of seqs.entries()) {
        const row = rows[index];
        if (row === undefined) throw lost(seq);
        old.add(row.slot);
      }
      try {
        for (const slot of old) await replaceSegment(slot, bySeq);
      } catch (error) {
        throw storageError(error);
      }
    },

    async close() {
      await outside.settled();
      await shelf.close();
    },

    async during(request, work) {
      current = request;
      try {
        return await work();
      } finally {
        current = undefined;
      }
    },
    async keptBy(request) {
      // A store that opened from compacted heads has loaded only the batches after them.
      if (!requests.has(request) && !hasLookedBack) {
        const from = Math.max(1, journal.lastSeq - LOOK_BACK + 1);
        const seqs = Array.from({ length: journal.lastSeq - from + 1 }, (_, index) => from + index);
        const rows = await database.batches.bulkGet(seqs);
        for (const [index, seq] of seqs.entries()) remember(await opened(seq, rows[index]));
        hasLookedBack = true;
      }
      return requests.get(request);
    },
    settled: () => outside.settled(),
    hasReplaced() {
      const answer = isReplaced;
      isReplaced = false;
      return answer;
    },
    spareSlot: () => slots.spare(),

    async scrub(seqs, prover = proveHere) {
      let mended = 0;
      const frames = await journal.readUnproved(seqs);
      const copies = seqs.map((seq) => frames.get(seq) ?? { seq, slot: 0, sealed: NO_BYTES });
      for (const some of byBytes(copies)) {
        const rows = await database.batches.bulkGet(some.map(({ seq }) => seq));
        for (const [index, copy] of some.entries()) {
          const row = rows[index];
          const isSound =
            row !== undefined && (await entries.areSound(row, copy, prover).catch(no));
          await pause();
          if (isSound) continue;
          if (await isMended(copy.seq)) mended += 1;
          await pause();
        }
      }
      return mended;
    },
  };

  /** Opens each copy separately, and repairs it from the other. @returns whether one of them was damaged */
  async function isMended(seq: number): Promise<boolean> {
    const [row, frames] = await Promise.all([database.batches.get(seq), journal.read([seq])]);
    if (row === undefined || !(await entries.open(row).then(yes, no))) {
      await repaired(seq, row);
      return true;
    }
    await pause();
    const frame = frames.get(seq);
    if (frame && (await entries.open(rowOf(frame)).then(yes, no))) return false;
    await journal.append([frameOf(row)]);
    onRepair(seq);
    return true;
  }

  async function markOf({ header }: Batch): Promise<string> {
    const head = await textDigest(canonical(header));
    return sealMark(keys, { seq: header.seq, head });
  }

  async function inBoth(entry: Entry, marking: Promise<string>): Promise<void> {
    await shelf.ready();
    const row = await entries.seal(entry, await slots.next());
    await journal.append([frameOf(row)]);
    await inDatabase(row, marking);
    slots.used(row.slot);
  }

  async function inDatabase(row: BatchRow, marking: Promise<string>): Promise<void> {
    try {
      await database.keep(row, { key: MARK_ROW, version: 0, value: await marking });
    } catch (error) {
      // The journal has it but the officer is shown that it was not kept: the journal takes it back, if it still can.
      await journal
        .append([{ ...frameOf(row), type: 'void', sealed: new Uint8Array() }])
        .catch(() => undefined);
      throw error;
    }
  }

  /**
   * Seals the whole segment again under a fresh key, then destroys the old one, so that everything under it is
   * unreadable.
   */
  async function replaceSegment(old: number, bySeq: ReadonlyMap<number, Batch>): Promise<void> {
    const rows = await database.batches.where('slot').equals(old).toArray();
    const [slot] = await keyring.make('batches');
    if (slot === undefined) throw new RangeError('No slot was made');
    const fresh = await Promise.all(
      rows.map(async (row) => {
        const { batch, ...rest } = await opened(row.seq, row);
        return entries.seal({ ...rest, batch: bySeq.get(row.seq) ?? batch }, slot);
      }),
    );
    await journal.append(fresh.map(frameOf));
    await database.transaction('rw', database.batches, () => database.batches.bulkPut(fresh));
    await slots.destroy(old);
  }
}

/**
 * Groups of rows to open together, which the browser may do without a pause: no more bytes than a few milliseconds of
 * work.
 */
function* byBytes(rows: readonly BatchRow[]): Generator<readonly BatchRow[]> {
  let [some, bytes]: [BatchRow[], number] = [[], 0];
  for (const row of rows) {
    some.push(row);
    bytes += row.sealed.byteLength;
    if (bytes < TOGETHER_BYTES) continue;
    yield some;
    [some, bytes] = [[], 0];
  }
  if (some.length > 0) yield some;
}

/** True if the database was closed before the transaction began. */
function isOfClosed(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}

function yes(): true {
  return true;
}

function no(): false {
  return false;
}

function lost(seq: number): PreventError {
  return new PreventError(
    'CP_STORE_CHAIN_BROKEN',
    `Entry ${seq} of the records on this computer cannot be read in either copy. Do not carry on with them: restore a backup.`,
  );
}
