import type { FillStep, MeantDay } from '@cyber-prevent/core/fill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, NOTHING_SENT, opensDesk } from './fill-form/desk.ts';
import { targetOf } from './fill-form/wanted.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await opensDesk();
});
afterAll(async () => {
  await desk?.close();
});

const on = '2010-05-02' as MeantDay['on'];
const at = (id: string) => targetOf({ id, tag: 'input', type: 'text', name: `${id}_shown` });

/** Types 2 May 2010 into one box, its day first. */
async function types(id: string) {
  await desk.open('/picker');
  const target = id === 'other' ? { ...at(id), name: id } : at(id);
  const [facts] = await desk.facts([target]);
  const step: FillStep = {
    id,
    target,
    act: { kind: 'type', text: '02/05/2010', day: { on, order: 'day' } },
    before: { value: facts?.value ?? '', isTicked: false },
  };
  const before = await desk.state();
  const [outcome] = await desk.fill([step]);
  return { outcome, facts, before, after: await desk.state() };
}

describe('a day typed into a box from which another field is sent', () => {
  it.each(['dayFirst', 'other'])('stands there where that field says the same: %s', async (id) => {
    const { outcome, after } = await types(id);
    expect(outcome).toMatchObject({ id, kind: 'done', now: '02/05/2010' });
    expect(Object.values(after)).toContain('02/05/2010');
    await desk.undo();
    expect(await desk.sent()).toEqual(NOTHING_SENT);
  });

  it.each([
    ['monthFirst', 'at once', '2010-02-05', ''],
    ['late', 'with some delay', '2010-02-05', ''],
    ['still', 'because it does not follow', '2008-09-05', '05/09/2008'],
    ['deaf', 'because it was emptied', '', '05/09/2008'],
  ])('is refused where %s says another day %s', async (id, _, made, was) => {
    const { outcome, before, after } = await types(id);
    expect(outcome).toMatchObject({ id, kind: 'refused' });
    // A field that the page emptied cannot be restored from outside, and is reported.
    if (id === 'deaf') expect(outcome).toMatchObject({ sends: '' });
    else {
      expect(outcome).toMatchObject({ now: was, made });
      expect(after).toEqual(before);
    }
    expect(await desk.sent()).toEqual(NOTHING_SENT);
  });

  it('says the order of its box, by what stands in both, and hands on nothing but days', async () => {
    const { facts } = await types('learnt');
    expect(facts?.mirrors).toEqual(['2008-05-09']);
  });
});
