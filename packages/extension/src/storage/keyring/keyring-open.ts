/** Compares the two files of the keyring slot by slot, and decides the repair of those that differ. */
import type { VaultFiles } from '../place/files.js';
import { destroyedSlot, SLOT_BYTES, stateOf } from './keyring-slots.js';

export interface SlotDamage {
  readonly slot: number;
  /**
   * - `restored`: one file had the key, and the other has it again.
   * - `destroyed`: a stop interrupted its destruction, which is now complete.
   * - `lost`: neither file has a key that opens. It may be one that was never given out before a stop.
   */
  readonly outcome: 'restored' | 'destroyed' | 'lost';
}

export interface SlotRepair {
  readonly slot: number;
  /** The file that the slot is written to; `destroyed` ends it in both. */
  readonly to: 'keys-a' | 'keys-b' | 'destroyed';
}

export interface ComparedSlots {
  /** The slots that count, one after another. */
  readonly memory: Uint8Array;
  /** Number of slots that have ever been in use. */
  readonly used: number;
  /** Destroyed slots. */
  readonly free: number[];
  readonly damage: readonly SlotDamage[];
  readonly repairs: readonly SlotRepair[];
}

/** @param opens - rejects when the bytes contain no key for the slot */
export async function compareSlots(
  files: VaultFiles,
  opens: (slot: number, bytes: Uint8Array) => Promise<unknown>,
): Promise<ComparedSlots> {
  const [a, b] = await Promise.all([wholeFile(files, 'keys-a'), wholeFile(files, 'keys-b')]);
  const length = Math.max(a.length, b.length);
  const one = lengthened(a, length);
  const two = lengthened(b, length);
  const damage: SlotDamage[] = [];
  const repairs: SlotRepair[] = [];
  const free: number[] = [];
  let used = 0;

  const isKey = async (slot: number, bytes: Uint8Array): Promise<boolean> =>
    stateOf(bytes) === 'held' &&
    opens(slot, bytes).then(
      () => true,
      () => false,
    );
  const settle = async (slot: number, inOne: Uint8Array, inTwo: Uint8Array): Promise<void> => {
    if (stateOf(inOne) === 'destroyed' || stateOf(inTwo) === 'destroyed') {
      inOne.set(destroyedSlot());
      repairs.push({ slot, to: 'destroyed' });
      damage.push({ slot, outcome: 'destroyed' });
    } else if (await isKey(slot, inOne)) {
      repairs.push({ slot, to: 'keys-b' });
      damage.push({ slot, outcome: 'restored' });
    } else if (await isKey(slot, inTwo)) {
      inOne.set(inTwo);
      repairs.push({ slot, to: 'keys-a' });
      damage.push({ slot, outcome: 'restored' });
    } else {
      inOne.fill(255);
      damage.push({ slot, outcome: 'lost' });
    }
  };

  for (let slot = one.length / SLOT_BYTES - 1; slot >= 0; slot -= 1) {
    const inOne = one.subarray(slot * SLOT_BYTES, (slot + 1) * SLOT_BYTES);
    const inTwo = two.subarray(slot * SLOT_BYTES, (slot + 1) * SLOT_BYTES);
    if (!areAlike(inOne, inTwo)) {
      used = Math.max(used, slot + 1);
      await settle(slot, inOne, inTwo);
      continue;
    }
    const state = stateOf(inOne);
    if (state !== 'unused') used = Math.max(used, slot + 1);
    if (state === 'destroyed') free.push(slot);
    // Slots are taken in order: an unused one below others was in use, and has been wiped.
    if (state === 'lost' || (state === 'unused' && slot < used)) {
      inOne.fill(255);
      damage.push({ slot, outcome: 'lost' });
    }
  }
  return { memory: one, used, free: free.reverse(), damage: damage.reverse(), repairs };
}

async function wholeFile(files: VaultFiles, name: 'keys-a' | 'keys-b'): Promise<Uint8Array> {
  return files.read(name, 0, await files.size(name));
}

/** Pads with zeros to whole slots. */
function lengthened(bytes: Uint8Array, length: number): Uint8Array {
  const whole = new Uint8Array(Math.ceil(length / SLOT_BYTES) * SLOT_BYTES);
  whole.set(bytes);
  return whole;
}

function areAlike(one: Uint8Array, two: Uint8Array): boolean {
  for (let at = 0; at < SLOT_BYTES; at += 1) if (one[at] !== two[at]) return false;
  return true;
}
