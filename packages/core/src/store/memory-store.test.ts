import fc from 'fast-check';
import { it } from 'vitest';
import { testHost, testSigner } from '../testing/host.js';
import { testStore } from '../testing/store/store.js';
import { playAgainstModel, STORE_STEPS } from '../testing/store/store-model.js';
import type { BatchLog } from './log/batch-log.js';
import { createMemoryStore, memoryLog } from './memory-log.js';
import { openStore } from './open-store.js';

/** A memory log that can be made to fail once. */
function failingLog() {
  const log = memoryLog();
  const { heads } = log;
  if (!heads) throw new Error('The memory log keeps heads');
  const failures: { append?: Error; save?: Error } = {};
  const failing = (what: keyof typeof failures) => {
    const error = failures[what];
    delete failures[what];
    if (error) throw error;
  };
  return {
    log: {
      ...log,
      async append(batch) {
        failing('append');
        await log.append(batch);
      },
      heads: {
        load: heads.load,
        async save(change) {
          failing('save');
          await heads.save(change);
        },
      },
    } satisfies BatchLog,
    failNextWrite: (error: Error) => {
      failures.append = error;
    },
    failNextCompaction: (error: Error) => {
      failures.save = error;
    },
  };
}

testStore('the memory store', async () => {
  const { log, failNextWrite, failNextCompaction } = failingLog();
  const [signer, host] = [testSigner(), testHost()];
  const { verify } = signer;
  const { heads: _, ...batches } = log;
  const open = () => openStore({ log, signer, host, verify });
  const reopenWhole = () => openStore({ log: batches, signer, host, verify });
  const store = await open();
  const another = () => createMemoryStore({ signer, host: testHost() });
  return { store, reopen: open, reopenWhole, another, failNextWrite, failNextCompaction, verify };
});

testStore('a memory store that keeps no heads', async () => {
  const { heads: _, ...log } = memoryLog();
  const [signer, host] = [testSigner(), testHost()];
  const open = () => openStore({ log, signer, host });
  return { store: await open(), reopen: open };
});

it('agrees with a naive model, whatever is done in whatever order and whatever the clock says', async () => {
  const step = fc.record({
    what: fc.constantFrom(...STORE_STEPS),
    pick: fc.nat({ max: 9 }),
    detail: fc.nat({ max: 9 }),
  });
  const hours = fc.oneof(fc.constant(0), fc.integer({ min: -30, max: 30 }));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, hours), { maxLength: 30 }), async (steps) => {
      const host = testHost();
      const given = await createMemoryStore({ signer: testSigner(), host });
      const shifts = steps.map(([, shift]) => shift).values();
      await playAgainstModel(
        given,
        steps.map(([each]) => each),
        async (store) => {
          host.passDays((shifts.next().value ?? 0) / 24);
          return store;
        },
      );
    }),
    { numRuns: 60 },
  );
});
