/** Reading the log while other readings push out of memory what this one counted on. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildSubject, newRecord } from '../testing/fiction/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import { memoryLog } from './memory-log.js';
import { openStore } from './open-store.js';
import { ReadBack } from './read-back.js';

const signer = testSigner();
const { verify } = signer;
const ENTRIES = 150;

async function fullLog() {
  const [log, host] = [memoryLog(), testHost()];
  const store = await openStore({ log, host, signer, verify });
  for (let made = 0; made < ENTRIES; made += 1)
    await store.commit({ changes: [newRecord('subject', buildSubject())], reason: 'referral' });
  return { log, host };
}

it('gives every entry that was asked for, however many readings run at once', async () => {
  const { log, host } = await fullLog();
  const seqs = fc.uniqueArray(fc.integer({ min: 1, max: ENTRIES }), { minLength: 1, maxLength: 4 });
  const readings = fc.array(seqs, { minLength: 1, maxLength: 120 });
  await fc.assert(
    fc.asyncProperty(readings, readings, async (before, after) => {
      const past = new ReadBack({ log, host, signer, verify });
      for (const asked of [before, after]) {
        const read = await Promise.all(asked.map((each) => past.at(each)));
        expect(read.map((batches) => batches.map(({ header }) => header.seq))).toEqual(asked);
      }
    }),
    { numRuns: 15, endOnFailure: true, examples: [[[[2]], [...lone(3, 100), [1, 2]]]] },
  );
});

function lone(from: number, to: number): number[][] {
  return Array.from({ length: to - from + 1 }, (_, index) => [from + index]);
}
