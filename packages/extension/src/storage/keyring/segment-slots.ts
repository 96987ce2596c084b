/**
 * The slot of the keyring that seals the next batch. A run of batches shares one, so that a commit need not wait for a
 * new key, and a disposal has few batches to seal again.
 */
import type { VaultDatabase } from '../place/database.js';
import type { Keyring } from './keyring.js';

/** Number of batches under one key. */
const SEGMENT = 64;

export interface SegmentSlots {
  /** The slot for the next batch. */
  next(): Promise<number>;
  /** Notes that a batch was kept under the slot. */
  used(slot: number): void;
  /** The slot that will seal the next batch, if it is known. */
  spare(): number | undefined;
  /** Destroys the key of a segment that has been sealed again. */
  destroy(slot: number): Promise<void>;
}

export function segmentSlots(database: VaultDatabase, keyring: Keyring): SegmentSlots {
  let current: { readonly slot: number; left: number } | undefined;
  let isLooked = false;

  /** Continues the segment of the last batch, if it has room. */
  const look = async (): Promise<void> => {
    isLooked = true;
    const last = await database.batches.orderBy(':id').last();
    if (last === undefined) return;
    const count = await database.batches.where('slot').equals(last.slot).count();
    if (count < SEGMENT) current = { slot: last.slot, left: SEGMENT - count };
  };

  return {
    async next() {
      if (!isLooked) await look();
      if (current === undefined || current.left <= 0) {
        const [slot] = await keyring.make('batches');
        if (slot === undefined) throw new RangeError('No slot was made');
        current = { slot, left: SEGMENT };
      }
      return current.slot;
    },
    used(slot) {
      if (current?.slot === slot) current.left -= 1;
    },
    spare: () => current?.slot,
    async destroy(slot) {
      if (current?.slot === slot) current = undefined;
      await keyring.destroy([slot]);
    },
  };
}
