/**
 * The random keys that records are sealed under, each sealed in a slot at a fixed place of two identical files.
 * Overwriting a slot destroys everything sealed under it, wherever its bytes still are. So a slot is never copied
 * elsewhere, and a key leaves here only as one that cannot be exported.
 */
import { PreventError } from '@cyber-prevent/core';
import { type Bytes, randomBytes } from '../../vault/bytes.js';
import type { VaultFiles } from '../place/files.js';
import { takeTurns } from '../place/turns.js';
import { compareSlots, type SlotDamage, type SlotRepair } from './keyring-open.js';
import {
  destroyedSlot,
  type KeyPurpose,
  keyIn,
  newSlot,
  purposeOf,
  SLOT_BYTES,
  stateOf,
} from './keyring-slots.js';

export type { SlotDamage } from './keyring-open.js';
export type { KeyPurpose } from './keyring-slots.js';

export interface Keyring {
  /** Slots that differed between the two files when opened, each with its outcome. */
  readonly damage: readonly SlotDamage[];
  /**
   * Makes new random keys, in both files and flushed when it resolves. A slot that a stop left without an owner is in
   * `slots`.
   *
   * @param count - 1 when not given
   * @returns the numbers of their slots
   * @throws {PreventError} `CP_STORE_FULL`, `CP_STORE_CLOSED`
   */
  make(purpose: KeyPurpose, count?: number): Promise<readonly number[]>;
  /** @throws {PreventError} `CP_VAULT_UNREADABLE` when the slot has no key, or one that does not open */
  get(slot: number): Promise<CryptoKey>;
  /**
   * Overwrites the slots in both files; flushed when it resolves. A destroyed one is left. When it rejects, or after a
   * stop, the caller repeats it.
   */
  destroy(slots: readonly number[]): Promise<void>;
  /** Slots with a key, lowest first. */
  slots(): { readonly slot: number; readonly purpose: KeyPurpose }[];
}

/** Growth of the files, one page of a disk. */
const STEP_BYTES = 4096;
const FILES = ['keys-a', 'keys-b'] as const;
type KeyFile = (typeof FILES)[number];

/** @param slotsKey - the purpose key that seals the slots */
export async function openKeyring(
  files: VaultFiles,
  vault: string,
  slotsKey: CryptoKey,
): Promise<Keyring> {
  const opened = await compareSlots(files, (slot, bytes) => keyOf(slot, bytes));
  const { damage } = opened;
  let { memory, used } = opened;
  let repairs: readonly SlotRepair[] = opened.repairs;
  const free = opened.free;
  const cached = new Map<number, Promise<CryptoKey>>();
  const inTurn = takeTurns();

  async function keyOf(slot: number, bytes: Uint8Array): Promise<CryptoKey> {
    const purpose = purposeOf(bytes);
    if (purpose === undefined || stateOf(bytes) !== 'held') throw unreadable(slot);
    try {
      return await keyIn(slotsKey, { vault, slot, purpose }, bytes);
    } catch (cause) {
      throw unreadable(slot, cause);
    }
  }
  const inMemory = (slot: number): Uint8Array =>
    memory.subarray(slot * SLOT_BYTES, (slot + 1) * SLOT_BYTES);
  const remember = (slot: number, bytes: Uint8Array): void => {
    if ((slot + 1) * SLOT_BYTES > memory.length) {
      const larger = new Uint8Array(Math.max(STEP_BYTES, memory.length * 2));
      larger.set(memory);
      memory = larger;
    }
    memory.set(bytes, slot * SLOT_BYTES);
  };
  const write = (name: KeyFile, slots: readonly number[], bytesOf: (slot: number) => Uint8Array) =>
    files.write(runsOf(slots).map((run) => ({ name, ...joined(run, bytesOf) })));
  /** One file after the other, each flushed: a torn write to one never coincides with the same state in the other. */
  const writeBoth = async (
    slots: readonly number[],
    bytesOf: (slot: number) => Uint8Array,
  ): Promise<void> => {
    for (const name of FILES) await write(name, slots, bytesOf);
  };
  const overwrite = async (slots: readonly number[]): Promise<void> => {
    await writeBoth(slots, () => randomBytes(SLOT_BYTES));
    await writeBoth(slots, destroyedSlot);
  };
  /** Repairs the damage found at opening. */
  const mend = async (): Promise<void> => {
    if (repairs.length === 0) return;
    const toDestroy = repairs.filter(({ to }) => to === 'destroyed').map(({ slot }) => slot);
    for (const name of FILES) {
      const toCopy = repairs.filter(({ to }) => to === name).map(({ slot }) => slot);
      await write(name, toCopy, inMemory);
    }
    await overwrite(toDestroy);
    repairs = [];
    free.push(...toDestroy);
  };
  const grow = async (end: number): Promise<void> => {
    const size = Math.ceil(end / STEP_BYTES) * STEP_BYTES;
    for (const name of FILES) {
      const at = await files.size(name);
      if (at < size) await files.write([{ name, at, bytes: new Uint8Array(size - at) }]);
    }
  };

  // Reading works without it; the next write tries again and reports a failure.
  await mend().catch(() => undefined);

  return {
    damage,
    make: (purpose, count = 1) =>
      inTurn(async () => {
        await mend();
        const reused = free.slice(0, count);
        const slots = [
          ...reused,
          ...Array.from({ length: count - reused.length }, (_, index) => used + index),
        ];
        const made = new Map(
          await Promise.all(
            slots.map(
              async (slot) => [slot, await newSlot(slotsKey, { vault, slot, purpose })] as const,
            ),
          ),
        );
        const next = used + count - reused.length;
        await grow(next * SLOT_BYTES);
        await writeBoth(slots, (slot) => made.get(slot)?.bytes ?? new Uint8Array(SLOT_BYTES));
        free.splice(0, reused.length);
        used = next;
        for (const [slot, { bytes, key }] of made) {
          remember(slot, bytes);
          cached.set(slot, Promise.resolve(key));
        }
        return slots;
      }),
    get(slot) {
      const before = cached.get(slot);
      if (before) return before;
      const key = keyOf(slot, inMemory(slot));
      cached.set(slot, key);
      key.catch(() => cached.delete(slot));
      return key;
    },
    destroy: (slots) =>
      inTurn(async () => {
        await mend();
        const doomed = [...new Set(slots)].filter((slot) => {
          const state = slot < used ? stateOf(inMemory(slot)) : 'unused';
          return state === 'held' || state === 'lost';
        });
        for (const slot of doomed) {
          cached.delete(slot);
          remember(slot, LOST);
        }
        await overwrite(doomed);
        for (const slot of doomed) remember(slot, destroyedSlot());
        free.push(...doomed);
      }),
    slots() {
      const held: { slot: number; purpose: KeyPurpose }[] = [];
      for (let slot = 0; slot < used; slot += 1) {
        const bytes = inMemory(slot);
        const purpose = purposeOf(bytes);
        if (purpose !== undefined && stateOf(bytes) === 'held') held.push({ slot, purpose });
      }
      return held;
    },
  };
}

const LOST = new Uint8Array(SLOT_BYTES).fill(255);

/** Runs of neighbouring slots, so that many slots need few writes. */
function runsOf(slots: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const slot of slots.toSorted((one, two) => one - two)) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === slot - 1) run.push(slot);
    else runs.push([slot]);
  }
  return runs;
}

function joined(
  run: readonly number[],
  bytesOf: (slot: number) => Uint8Array,
): { readonly at: number; readonly bytes: Bytes } {
  const bytes = new Uint8Array(run.length * SLOT_BYTES);
  run.forEach((slot, index) => {
    bytes.set(bytesOf(slot), index * SLOT_BYTES);
  });
  return { at: (run[0] ?? 0) * SLOT_BYTES, bytes };
}

function unreadable(slot: number, cause?: unknown): PreventError {
  return new PreventError(
    'CP_VAULT_UNREADABLE',
    `Part of the records on this computer cannot be opened: key ${slot} is damaged, or was destroyed.`,
    { cause },
  );
}
