import type { FillAct, FillStep } from '@cyber-prevent/core/fill';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, NOTHING_SENT, opensDesk } from './fill-form/desk.ts';
import { APPROVED, targetOf } from './fill-form/wanted.ts';

/** Longer than the slowest of the form's own responses, so that the value there is final. */
const PAUSE_MS = 180;
const RUNS = 12;

let desk: Desk;
beforeAll(async () => {
  desk = await opensDesk(PAUSE_MS);
});
afterAll(async () => {
  await desk?.close();
});

const line = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((text) => text.replace(/[\r\n]/g, ' '));
const lines = fc.array(line, { maxLength: 4 }).map((each) => each.join('\n'));

/** Any act possible on the control, in place of the approved one. */
function anyAct(id: string, act: FillAct): fc.Arbitrary<FillAct> {
  if (act.kind === 'type')
    return (id === 'narrative' || id === 'note' ? lines : line).map((text) => ({
      kind: 'type',
      text,
    }));
  if (act.kind === 'tick' && !/^(?:risk|urgent)/.test(id))
    return fc.boolean().map((isTicked) => ({ kind: 'tick', isTicked }));
  return fc.constant(act);
}

it.each(['react', 'jquery'] as const)(
  'whatever is typed into the %s form, in whatever order, undoing it leaves the form as it was',
  async (form) => {
    await desk.open(`/${form}`);
    const initial = await desk.state();
    // Editors treat spaces in their own way, which this law does not test.
    const controls = APPROVED[form].filter(({ tag }) => tag !== 'div');
    const targets = controls.map((each) => targetOf(each));
    const plan = fc
      .shuffledSubarray([...controls], { minLength: 1 })
      .chain((some) =>
        fc.tuple(...some.map((each) => anyAct(each.id, each.act).map((act) => ({ ...each, act })))),
      );
    await fc.assert(
      fc.asyncProperty(plan, async (acts) => {
        const facts = await desk.facts(targets);
        const steps: FillStep[] = acts.map((each) => {
          const target = targetOf(each);
          const fact = facts.find((one) => one.target.selector === target.selector);
          const { value = '', isTicked = false } = fact ?? {};
          return { id: each.id, target, act: each.act, before: { value, isTicked } };
        });
        const outcomes = await desk.fill(steps);
        expect(outcomes).toHaveLength(steps.length);
        const undone = await desk.undo();
        expect(undone.filter(({ kind }) => kind !== 'done')).toEqual([]);
        expect(await desk.state()).toEqual(initial);
      }),
      { numRuns: RUNS },
    );
    expect(await desk.sent()).toEqual(NOTHING_SENT);
  },
);
