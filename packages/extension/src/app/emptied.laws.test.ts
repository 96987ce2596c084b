/** For anything typed, in any number of steps and visits: a form as it was at its start is no unfinished work. */
import { signal } from '@preact/signals';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formDating } from '../components/use-form-work.js';
import { memoryServices } from '../testing/memory-services.js';
import { makeUnfinished } from './unfinished.js';

const START = { heldOn: '2026-11-24', note: '' };
type Values = Readonly<Record<string, unknown>>;

const TYPED = fc.record(
  { heldOn: fc.string(), note: fc.string(), told: fc.boolean(), phones: fc.array(fc.string()) },
  { requiredKeys: [] },
);
const STEPS = fc.array(fc.tuple(TYPED, fc.constantFrom('stay', 'wait', 'leave')), { maxLength: 6 });

async function desk() {
  const services = await memoryServices();
  const unfinished = makeUnfinished(services);
  let visit = 0;
  const opens = () => {
    visit += 1;
    const value = signal<Values>(START);
    const dating = formDating(services);
    return { value, open: unfinished.open('intervention/ada', value, { number: visit, dating }) };
  };
  return { work: services.work, unfinished, opens };
}

/** Types each in turn; between two the form waits for its save, or is left and opened again. */
async function types(steps: readonly (readonly [Values, string])[], last: Values) {
  const { work, unfinished, opens } = await desk();
  let form = opens();
  await form.open.flush();
  for (const [typed, then] of steps) {
    form.value.value = { ...form.value.value, ...typed };
    if (then !== 'stay') await form.open.flush();
    if (then === 'leave') {
      form.open.close();
      await unfinished.flushAll();
      form = opens();
      await form.open.flush();
    }
  }
  form.value.value = last;
  await form.open.flush();
  const isBegun = form.open.isBegun();
  form.open.close();
  await unfinished.flushAll();
  const keys = await work.keys();
  unfinished.stop();
  return { keys, isBegun, held: work.held('intervention/ada') };
}

it('leaves nothing unfinished once everything is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(STEPS, async (steps) => {
      const last = { ...START, note: ' ', told: false, phones: [] };
      expect(await types(steps, last)).toEqual({ keys: [], isBegun: false, held: undefined });
    }),
    { numRuns: 100 },
  );
});

it('keeps whatever was really typed', async () => {
  await fc.assert(
    fc.asyncProperty(STEPS, fc.string(), async (steps, words) => {
      const last = { ...START, note: `x${words}` };
      const { keys, isBegun, held } = await types(steps, last);
      expect([keys, isBegun]).toEqual([['intervention/ada'], true]);
      expect(held).toMatchObject(last);
    }),
    { numRuns: 100 },
  );
});
