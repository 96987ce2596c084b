/**
 * The batch log on this computer: each batch sealed for its own sequence, kept with the new mark in one strict
 * transaction. It knows one store and no more; a log that writes a second copy can stand in its place.
 */
import { type Batch, type BatchLog, canonical, PreventError } from '@cyber-prevent/core';
import * as v from 'valibot';
import { hex, sha256, utf8 } from '../vault/bytes.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { openJson, type SealedPlace, sealJson } from '../vault/seal.js';
import type { StorageArea } from './area.js';
import type { BatchRow, VaultDatabase } from './database.js';
import { MARK_ROW, outsideMark, sealMark } from './mark.js';
import { storageError } from './trouble.js';

export interface SealedLog extends BatchLog {
  /**
   * Appends made by `work` carry the request, inside the seal, so that one that is asked for again after the keeper
   * died is known. One at a time: the caller waits for `work` before the next.
   */
  during<T>(request: string, work: () => Promise<T>): Promise<T>;
  /** Sequence of the batch that the request made, if it was one of the last thousand. */
  keptBy(request: string): number | undefined;
  /** Resolves when the mark outside is written too. */
  settled(): Promise<void>;
}

export interface SealedLogOptions {
  readonly database: VaultDatabase;
  /** Where the second mark stands. */
  readonly area: StorageArea;
  readonly keys: Pick<VaultKeys, 'vault' | 'kind' | 'identity' | 'purposes'>;
  /** Told when the mark outside could not be written; the batch is kept all the same. */
  readonly onTrouble: () => void;
}

/** The core proves a batch by its signed header; here it is enough to know that it is one. */
const Entry = v.strictObject({
  batch: v.custom<Batch>(
    (value) => typeof value === 'object' && value !== null && 'header' in value,
  ),
  request: v.exactOptional(v.string()),
});
type Entry = v.InferOutput<typeof Entry>;

/** Rows read and opened together: enough to keep the processor busy, few enough to hold in memory. */
const WINDOW = 256;
const REQUESTS_REMEMBERED = 1000;

export function sealedLog(options: SealedLogOptions): SealedLog {
  const { database, keys } = options;
  const outside = outsideMark(options.area, keys.kind, options.onTrouble);
  const requests = new Map<string, number>();
  let current: string | undefined;

  const place = (seq: number): SealedPlace => ({
    vault: keys.vault,
    table: 'batches',
    device: keys.identity.device,
    seq,
    schema: 1,
    key: 'batches/1',
  });
  const sealRow = async (entry: Entry): Promise<BatchRow> => {
    const { seq } = entry.batch.header;
    return { seq, sealed: await sealJson(keys.purposes.batches, place(seq), entry) };
  };
  const openRow = async ({ seq, sealed }: BatchRow): Promise<Entry> => {
    const opened = v.safeParse(Entry, await openJson(keys.purposes.batches, place(seq), sealed));
    if (!opened.success || opened.output.batch.header.seq !== seq) throw brokenAt(seq);
    return opened.output;
  };
  const remember = ({ batch, request }: Entry): void => {
    if (request === undefined) return;
    requests.set(request, batch.header.seq);
    const [oldest] = requests.keys();
    if (requests.size > REQUESTS_REMEMBERED && oldest !== undefined) requests.delete(oldest);
  };

  return {
    async append(batch) {
      const entry: Entry = current === undefined ? { batch } : { batch, request: current };
      const row = await sealRow(entry);
      const mark = await sealMark(keys, {
        seq: row.seq,
        head: hex(await sha256(utf8(canonical(batch.header)))),
      });
      try {
        // Sealed before; in here nothing but the database is waited for, or a rollback would be lost.
        await database.transaction('rw', database.batches, database.meta, async () => {
          await database.batches.add(row);
          await database.meta.put({ key: MARK_ROW, version: 0, value: mark });
        });
      } catch (error) {
        throw storageError(error);
      }
      remember(entry);
      outside.write(mark);
    },

    async *load() {
      for (let after = 0; ; ) {
        const rows = await database.batches.where('seq').above(after).limit(WINDOW).toArray();
        for (const entry of await Promise.all(rows.map(openRow))) {
          remember(entry);
          yield entry.batch;
        }
        const last = rows.at(-1);
        if (last === undefined || rows.length < WINDOW) return;
        after = last.seq;
      }
    },

    async replace(batch) {
      const { seq } = batch.header;
      const held = await database.batches.get(seq);
      if (held === undefined) throw brokenAt(seq);
      const { request } = await openRow(held);
      const row = await sealRow(request === undefined ? { batch } : { batch, request });
      try {
        await database.transaction('rw', database.batches, () => database.batches.put(row));
      } catch (error) {
        throw storageError(error);
      }
    },

    async close() {
      await outside.settled();
      database.close();
    },

    async during(request, work) {
      current = request;
      try {
        return await work();
      } finally {
        current = undefined;
      }
    },
    keptBy: (request) => requests.get(request),
    settled: () => outside.settled(),
  };
}

function brokenAt(seq: number): PreventError {
  return new PreventError(
    'CP_STORE_CHAIN_BROKEN',
    `Entry ${seq} of the records on this computer is not where it belongs. Do not work on with them.`,
  );
}
