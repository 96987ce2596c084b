import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, NOTHING_SENT, opensDesk } from './fill-form/desk.ts';
import { APPROVED, PLAIN, type Setting, STATE, stepsOf, targetOf } from './fill-form/wanted.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await opensDesk();
});
afterAll(async () => {
  await desk?.close();
});

type Form = keyof typeof APPROVED;
const FORMS = Object.keys(APPROVED) as Form[];

/** The same form, met in other ways: the typed values must be the same. */
const WAYS: readonly (readonly [name: string, path: (form: Form) => string, setting: Setting])[] = [
  ['as it is', (form) => `/${form}`, PLAIN],
  ['in a frame', (form) => `/framed?src=/${form}`, { ...PLAIN, frame: [0] }],
  ['in an open shadow tree', (form) => `/${form}?shadow=open`, { ...PLAIN, host: true }],
  ['in a closed shadow tree', (form) => `/${form}?shadow=closed`, { ...PLAIN, host: true }],
  ['under other ids', (form) => `/${form}?ids=-renamed`, { ...PLAIN, suffix: '-renamed' }],
];

describe.each(FORMS)('the %s form', (form) => {
  it.each(WAYS)(
    '%s holds every approved value and no other, and has them all undone',
    async (_, path, setting) => {
      await desk.open(path(form));
      const initial = await desk.state();
      const markup = await markupOf(desk);
      const facts = await desk.facts(APPROVED[form].map((each) => targetOf(each, setting)));
      expect(facts).toHaveLength(APPROVED[form].length);
      const outcomes = await desk.fill(inOrder(form, facts, setting));
      expect(outcomes.map(({ id, kind }) => `${id} ${kind}`)).toEqual(
        APPROVED[form].map(({ id }) => `${id} done`),
      );
      expect(await desk.state()).toEqual(STATE[form]);
      expect(await desk.sent()).toEqual(NOTHING_SENT);

      const undone = await desk.undo();
      expect(undone.map(({ kind }) => kind).filter((kind) => kind !== 'done')).toEqual(
        form === 'plain' ? ['refused'] : [],
      );
      // A person could not undo this either: a radio button in a group with none ticked before.
      expect(await desk.state()).toEqual(form === 'plain' ? { ...initial, sex: 'M' } : initial);
      expect(await markupOf(desk)).toBe(markup);
      expect(await desk.sent()).toEqual(NOTHING_SENT);
    },
  );
});

type Facts = Awaited<ReturnType<Desk['facts']>>;

function inOrder(form: Form, facts: Facts, setting: Setting) {
  return stepsOf(APPROVED[form], facts, setting);
}

/** All of the form's markup, including a shadow tree. */
async function markupOf({ page }: Desk): Promise<string> {
  const parts = await Promise.all(
    page.frames().map((frame) => frame.evaluate(() => document.documentElement.outerHTML)),
  );
  return parts.join('\n');
}
