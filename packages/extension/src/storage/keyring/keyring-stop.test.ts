/** The keyring under a stop after any byte, with any part of the unflushed bytes on the disk or not. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  newSlotsKey,
  opens,
  sealedUnder,
  slotBytes,
  VAULT,
} from '../../testing/keyring-under-test.js';
import { memoryDisk } from '../../testing/memory-files.js';
import type { Bytes } from '../../vault/bytes.js';
import { VAULT_FILES } from '../place/files.js';
import { type Keyring, openKeyring } from './keyring.js';

const step = fc.oneof(
  fc.record({ do: fc.constant('make' as const), count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ do: fc.constant('destroy' as const), share: fc.integer({ min: 2, max: 5 }) }),
);
const session = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 6 }),
  stopAfter: fc.oneof(fc.nat(9_000), fc.nat(40_000)),
});

/** The acknowledged state of a slot. */
interface Known {
  readonly sealed: Bytes;
  /** Nonce and sealed key of the slot, as they were in the files. */
  readonly bytes: Buffer;
}

it('keeps every key that it handed out until it is destroyed, and then leaves nothing of it', async () => {
  const slotsKey = await newSlotsKey();
  await fc.assert(
    fc.asyncProperty(
      fc.array(session, { minLength: 1, maxLength: 4 }),
      fc.infiniteStream(fc.boolean()),
      async (sessions, draws) => {
        const disk = memoryDisk();
        const held = new Map<number, Known>();
        const destroyed: Buffer[] = [];

        const make = async (keyring: Keyring, count: number): Promise<void> => {
          for (const slot of await keyring.make('batches', count)) {
            expect(held.has(slot)).toBe(false);
            const bytes = slotBytes(disk, slot).subarray(2, 62);
            held.set(slot, { sealed: await sealedUnder(keyring, slot), bytes });
          }
        };
        const destroy = async (keyring: Keyring, doomed: readonly number[]): Promise<void> => {
          await keyring.destroy(doomed);
          for (const slot of doomed) {
            const known = held.get(slot);
            if (known) destroyed.push(known.bytes);
            held.delete(slot);
          }
        };

        for (const { steps, stopAfter } of sessions) {
          const keyring = await openKeyring(disk.open(), VAULT, slotsKey);
          disk.stopAfter(stopAfter);
          let inDoubt: readonly number[] = [];
          try {
            for (const one of steps) {
              if (one.do === 'make') {
                await make(keyring, one.count);
              } else {
                inDoubt = [...held.keys()].filter((slot) => slot % one.share === 1);
                await destroy(keyring, inDoubt);
                inDoubt = [];
              }
            }
          } catch (error) {
            if (!disk.isStopped) throw error;
          }
          disk.restart(() => draws.next().value ?? false);

          const again = await openKeyring(disk.open(), VAULT, slotsKey);
          for (const [slot, { sealed }] of held)
            if (!inDoubt.includes(slot)) expect(await opens(again, slot, sealed)).toBe(true);
          // The destruction was not acknowledged, so it is repeated.
          await destroy(again, inDoubt);
          const everything = VAULT_FILES.map((name) => Buffer.from(disk.bytes(name) ?? []));
          for (const bytes of destroyed)
            for (const file of everything) {
              expect(file.includes(bytes.subarray(0, 12))).toBe(false);
              expect(file.includes(bytes.subarray(12, 28))).toBe(false);
              expect(file.includes(bytes.subarray(44))).toBe(false);
            }
          const owned = again.slots().filter(({ slot }) => held.has(slot));
          expect(owned).toHaveLength(held.size);
        }
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);
