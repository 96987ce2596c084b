import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RecordId } from '../shared/primitives.js';
import { buildId, buildSubject, newRecord } from '../testing/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import { recordsOf } from '../testing/store-colleague.js';
import type { Verify } from './batch-log.js';
import { createMemoryStore, memoryLog } from './memory-log.js';
import { openStore } from './open-store.js';
import type { RecordStore } from './port.js';
import { batchesAbout } from './received.js';

const DEVICES = 3;

/** Three officers, each with a device; all of them have checked each other’s keys. */
async function team() {
  const signers = Array.from({ length: DEVICES }, () =>
    testSigner({ device: buildId(), officer: buildId() }),
  );
  const verify: Verify = async (officer, text, signature) =>
    (await signers.find((one) => one.officer === officer)?.verify(officer, text, signature)) ??
    false;
  const stores = await Promise.all(
    signers.map((signer) => createMemoryStore({ signer, host: testHost() })),
  );
  return { stores, verify };
}

const step = fc.record({
  what: fc.constantFrom('add', 'change', 'change', 'hand over', 'hand over part'),
  from: fc.nat({ max: DEVICES - 1 }),
  to: fc.nat({ max: DEVICES - 1 }),
  pick: fc.nat({ max: 9 }),
});

it('comes to the same records everywhere, whoever changed what and whatever was handed over when', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { stores, verify } = await team();
      const handOver = async (
        from: RecordStore,
        to: RecordStore,
        records?: readonly RecordId[],
      ) => {
        const batches = await from.batchesSince(0);
        const given = records ? batchesAbout(batches, new Set(records)) : batches;
        await to.receive(given.toReversed(), verify, 'restore', { from: 'colleague' });
      };
      for (const { what, from, to, pick } of steps) {
        const [giver, taker] = [stores[from], stores[to]];
        if (!giver || !taker) continue;
        const held = await giver.query('subject');
        const one = held[pick % Math.max(1, held.length)];
        if (what === 'add')
          await giver.commit({
            changes: [newRecord('subject', buildSubject())],
            reason: 'case-work',
          });
        else if (what === 'change' && one)
          await giver.commit({
            changes: [
              {
                kind: 'subject',
                record: one.id,
                parents: one.heads,
                set:
                  pick % 2 ? { name: `Name ${pick} of ${from}` } : { aliases: [`Alias ${pick}`] },
              },
            ],
            reason: 'case-work',
          });
        else if (what === 'hand over' && giver !== taker) await handOver(giver, taker);
        else if (what === 'hand over part' && giver !== taker && one)
          await handOver(giver, taker, [one.id]);
      }
      for (const from of [...stores, ...stores])
        for (const to of stores) if (from !== to) await handOver(from, to);
      const [first, ...others] = await Promise.all(stores.map(recordsOf));
      for (const other of others) expect(other).toEqual(first);
    }),
    { numRuns: 60 },
  );
}, 60_000);

it('knows what it received after it was opened from heads', async () => {
  const { stores, verify } = await team();
  const [giver] = stores;
  if (!giver) throw new Error('There are three');
  await giver.commit({ changes: [newRecord('subject', buildSubject())], reason: 'case-work' });
  const batches = await giver.batchesSince(0);
  const [log, signer] = [memoryLog(), testSigner()];
  const open = () => openStore({ log, signer, host: testHost() });
  const store = await open();
  await store.receive(batches, verify, 'restore');
  await store.compact();
  const again = await open();
  expect(await again.receive(batches, verify, 'restore')).toMatchObject({
    takenCount: 0,
    heldCount: 1,
  });
});
