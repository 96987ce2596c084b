/** A batch as stored on the disk: with the request that made it, sealed for its own sequence under a slot's key. */
import { type Batch, PreventError } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { Bytes } from '../vault/bytes.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { openJson, type SealedPlace, sealJson } from '../vault/seal.js';
import type { Keyring } from './keyring/keyring.js';
import type { BatchRow } from './place/database.js';
import type { Prover } from './place/prover.js';

/** The core proves a batch by its signed header; here a rough check of the shape is enough. */
const Entry = v.strictObject({
  batch: v.custom<Batch>(
    (value) => typeof value === 'object' && value !== null && 'header' in value,
  ),
  /** Identifies a commit that is repeated after the keeper died. */
  request: v.exactOptional(v.string()),
});
export type Entry = v.InferOutput<typeof Entry>;

export interface EntrySeal {
  seal(entry: Entry, slot: number): Promise<BatchRow>;
  /**
   * @throws {PreventError} `CP_VAULT_UNREADABLE` when the bytes, their place or their key are not the ones they were
   * sealed with
   */
  open(row: BatchRow): Promise<Entry>;
  /** True if the row opens and the copy is the same, by the prover, to which the bytes of both are transferred. */
  areSound(row: BatchRow, copy: BatchRow, prover: Prover): Promise<boolean>;
}

export function entrySeal(
  { vault, identity }: Pick<VaultKeys, 'vault' | 'identity'>,
  keyring: Keyring,
): EntrySeal {
  const place = (seq: number, slot: number): SealedPlace => ({
    vault,
    table: 'batches',
    device: identity.device,
    seq,
    schema: 1,
    key: `batches/${slot}`,
  });
  return {
    async seal(entry, slot) {
      const { seq } = entry.batch.header;
      return {
        seq,
        slot,
        sealed: await sealJson(await keyring.get(slot), place(seq, slot), entry),
      };
    },
    async open({ seq, slot, sealed }) {
      const inside = await openJson(await keyring.get(slot), place(seq, slot), sealed);
      const entry = v.safeParse(Entry, inside);
      if (!entry.success || entry.output.batch.header.seq !== seq) throw misplaced(seq);
      return entry.output;
    },
    async areSound({ seq, slot, sealed }, copy, prover) {
      if (copy.seq !== seq || copy.slot !== slot) return false;
      const key = await keyring.get(slot);
      // Neither buffer is shared between threads.
      return prover.areSound(key, place(seq, slot), sealed as Bytes, copy.sealed as Bytes);
    },
  };
}

function misplaced(seq: number): PreventError {
  return new PreventError(
    'CP_VAULT_UNREADABLE',
    `Entry ${seq} of the records on this computer is not where it belongs.`,
  );
}
