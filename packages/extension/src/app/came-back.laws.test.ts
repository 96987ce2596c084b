/**
 * For any order of visits, days and words: work that comes back on another visit is announced, with the day it was
 * typed.
 */
import type { Instant, PlainDate } from '@cyber-prevent/core';
import { signal } from '@preact/signals';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formDating } from '../components/use-form-work.js';
import { memoryServices } from '../testing/memory-services.js';
import { makeUnfinished } from './unfinished.js';

const STEP = fc.record({
  visit: fc.integer({ min: 1, max: 3 }),
  day: fc.integer({ min: 1, max: 3 }).map((day) => `2026-11-0${day}` as PlainDate),
  types: fc.option(fc.string()),
  ends: fc.constantFrom('left', 'kept', 'afresh'),
});

it('tells what comes back on another visit, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { maxLength: 10 }), async (steps) => {
      const services = await memoryServices();
      const unfinished = makeUnfinished(services);
      let today: PlainDate = '2026-11-01' as PlainDate;
      const clock = { ...services.host.clock, now: () => `${today}T10:02:00.000Z` as Instant };
      const dating = formDating({ host: { ...services.host, clock }, today: () => today });
      let put: { readonly note: string; readonly on: PlainDate } | undefined;
      let before: number | undefined;
      for (const { visit, day, types, ends } of steps) {
        today = day;
        const value = signal<Readonly<Record<string, unknown>>>({});
        const open = unfinished.open('intervention/ada', value, { number: visit, dating });
        await open.flush();
        const isTold = put !== undefined && before !== visit;
        expect(open.cameBack.value?.put?.on).toBe(isTold ? put?.on : undefined);
        expect(value.value).toEqual(put ? { note: put.note } : {});
        if (types !== null) {
          value.value = { note: types };
          await open.flush();
          // A form that is empty again is no unfinished work.
          put = types.trim() === '' ? undefined : { note: types, on: day };
        }
        expect(open.isBegun()).toBe(put !== undefined);
        if (ends === 'kept') await open.discard();
        if (ends === 'afresh') await open.startAfresh();
        if (ends !== 'left') put = undefined;
        open.close();
        await unfinished.flushAll();
        before = visit;
      }
      unfinished.stop();
    }),
    { numRuns: 200 },
  );
});
