/** A store opened from heads answers as one opened from every batch, whatever was done. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testHost } from '../../testing/host.js';
import {
  batchesOf,
  type KeepingLog,
  signer,
  verify,
  withoutHeads,
} from '../../testing/store/heads-under-test.js';
import { answersOf } from '../../testing/store/store-answers.js';
import { playAgainstModel, STORE_STEPS } from '../../testing/store/store-model.js';
import { memoryLog } from '../memory-log.js';
import { openStore } from '../open-store.js';
import type { BatchLog } from './batch-log.js';
import type { HeadsLog } from './heads.js';

describe('the law of heads', () => {
  const step = fc.record({
    what: fc.constantFrom(...STORE_STEPS),
    pick: fc.nat({ max: 9 }),
    detail: fc.nat({ max: 9 }),
  });
  const then = fc.constantFrom('compact', 'fail', 'reopen', 'go on', 'go on');

  it('holds whatever was done, and wherever it was compacted, failed to be, or opened again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(step, then), { maxLength: 25 }), async (plan) => {
        const log = memoryLog() as KeepingLog;
        let isDown = false;
        const heads: HeadsLog = {
          load: log.heads.load,
          save: (change) =>
            isDown ? Promise.reject(new Error('The disk gave way')) : log.heads.save(change),
        };
        const options = { log: { ...log, heads }, host: testHost(), signer, verify };
        const whats = plan.map(([, what]) => what).values();
        const steps = plan.map(([one]) => one);
        await playAgainstModel(await openStore(options), steps, async (store) => {
          const what = whats.next().value;
          isDown = what === 'fail';
          if (what === 'compact' || isDown) await store.compact().catch(() => undefined);
          isDown = false;
          return what === 'reopen' ? openStore(options) : store;
        });

        const seed = 7;
        const plain = await withoutHeads(log);
        const open = (from: BatchLog) =>
          openStore({ log: from, signer, verify, host: testHost({ seed }) });
        const [carried, whole] = [await open(options.log), await open(plain)];
        expect(await answersOf(carried)).toEqual(await answersOf(whole));
        const held = (await whole.query('subject')).map(({ id }) => id);
        for (const id of held) {
          const [one, other] = await Promise.all(
            [carried, whole].map((store) =>
              store.dispose([id], 'retention').catch(({ code }: { code: string }) => code),
            ),
          );
          expect(one).toEqual(other);
        }
        expect(await answersOf(carried)).toEqual(await answersOf(whole));
        expect(await batchesOf(log)).toEqual(await batchesOf(plain));
      }),
      { numRuns: 40 },
    );
  });
});
