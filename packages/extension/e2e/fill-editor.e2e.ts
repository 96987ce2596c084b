import type { FillStep } from '@cyber-prevent/core/fill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, NOTHING_SENT, opensDesk } from './fill-form/desk.ts';
import { PLAIN, targetOf } from './fill-form/wanted.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await opensDesk();
});
afterAll(async () => {
  await desk?.close();
});

const region = (id: string) => targetOf({ id, tag: 'div', type: '', name: '' });
const TEXT = 'First  line\n\nThird — “line”';

async function fillsWith(targets: readonly FillStep['target'][], text: string) {
  const facts = await desk.facts(targets);
  return desk.fill(
    targets.map((target) => {
      const fact = facts.find((each) => each.target.selector === target.selector);
      const { value = '', isTicked = false } = fact ?? {};
      return {
        id: target.selector,
        target,
        act: { kind: 'type', text },
        before: { value, isTicked },
      };
    }),
  );
}

it('an editor with a model of its own hears of each line, and of the way back', async () => {
  await desk.open('/editor');
  const told = await fillsWith([region('model')], TEXT);
  expect(told).toEqual([{ id: '#model', kind: 'done', now: TEXT }]);
  expect((await desk.page.evaluate(stateOf)).model).toEqual(TEXT.split('\n'));
  expect((await desk.undo()).map(({ kind }) => kind)).toEqual(['done']);
  expect((await desk.page.evaluate(stateOf)).model).toEqual(['before']);
});

it('an editor that takes nothing but its own changes is told as refused, and holds what it held', async () => {
  await desk.open('/editor');
  const before = await desk.page.evaluate(stateOf);
  expect(await fillsWith([region('deaf')], TEXT)).toEqual([
    { id: '#deaf', kind: 'refused', now: 'as it was' },
  ]);
  expect(await desk.page.evaluate(stateOf)).toEqual(before);
});

it('a region with more than plain paragraphs is not typed over', async () => {
  await desk.open('/editor');
  expect(await fillsWith([region('bold')], TEXT)).toEqual([{ id: '#bold', kind: 'closed' }]);
});

it('a region of lines parted by breaks is read as lines, typed into, emptied and put back', async () => {
  await desk.open('/editor');
  const [fact] = await desk.facts([region('broken')]);
  expect(fact?.value).toBe('one\n\nthree');
  expect(await fillsWith([region('broken')], '')).toEqual([
    { id: '#broken', kind: 'done', now: '' },
  ]);
  expect((await desk.undo()).map(({ kind }) => kind)).toEqual(['done']);
  const [again] = await desk.facts([region('broken')]);
  expect(again?.value).toBe('one\n\nthree');
});

it('an editor that holds its prompt is empty, is typed into, and has its prompt again', async () => {
  await desk.open('/editor');
  const [fact] = await desk.facts([region('prompted')]);
  expect(fact?.value).toBe('');
  expect(await fillsWith([region('prompted')], 'Seen at home')).toEqual([
    { id: '#prompted', kind: 'done', now: 'Seen at home' },
  ]);
  expect((await desk.page.evaluate(stateOf)).prompted).toBe('Seen at home');
  expect((await desk.undo()).map(({ kind }) => kind)).toEqual(['done']);
  expect((await desk.page.evaluate(stateOf)).prompted).toBe('Type here');
});

it('the body of an editor’s frame is typed into as a region', async () => {
  await desk.open('/editor');
  const target = targetOf(
    { id: 'tinymce', tag: 'body', type: '', name: '' },
    { ...PLAIN, frame: [0] },
  );
  expect(await fillsWith([target], TEXT)).toEqual([{ id: '#tinymce', kind: 'done', now: TEXT }]);
  expect(await desk.undo()).toEqual([{ id: '#tinymce', kind: 'done', now: '' }]);
  expect(desk.forms.asked).toEqual(NOTHING_SENT.asked);
});

function stateOf(): Record<string, unknown> {
  return (globalThis as unknown as { formState(): Record<string, unknown> }).formState();
}
