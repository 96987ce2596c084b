import fc from 'fast-check';
import { it } from 'vitest';
import { testHost, testSigner } from '../testing/host.js';
import { testStore } from '../testing/store.js';
import { playAgainstModel, STORE_STEPS } from '../testing/store-model.js';
import type { BatchLog } from './batch-log.js';
import { createMemoryStore, memoryLog } from './memory-log.js';
import { openStore } from './open-store.js';

/** A memory log that can be told to fail once. */
function failingLog(): { log: BatchLog; failNextWrite: (error: Error) => void } {
  const log = memoryLog();
  let failure: Error | undefined;
  return {
    log: {
      ...log,
      async append(batch) {
        const error = failure;
        failure = undefined;
        if (error) throw error;
        await log.append(batch);
      },
    },
    failNextWrite: (error) => {
      failure = error;
    },
  };
}

testStore('the memory store', async () => {
  const { log, failNextWrite } = failingLog();
  const [signer, host] = [testSigner(), testHost()];
  const { verify } = signer;
  const open = () => openStore({ log, signer, host, verify });
  return { store: await open(), reopen: open, failNextWrite, verify };
});

it('agrees with a naive model, whatever is done in whatever order', async () => {
  const step = fc.record({
    what: fc.constantFrom(...STORE_STEPS),
    pick: fc.nat({ max: 9 }),
    detail: fc.nat({ max: 9 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const store = await createMemoryStore({ signer: testSigner(), host: testHost() });
      await playAgainstModel(store, steps);
    }),
    { numRuns: 60 },
  );
});
