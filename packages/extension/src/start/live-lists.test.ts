import { codeLabel, gatherCodeLists } from '@cyber-prevent/core';
import { effect } from '@preact/signals';
import { expect, it } from 'vitest';
import { LiveLists } from './live-lists.js';

it('has the lists that it was made with, and shows what was looked up again once it is filled', () => {
  const lists = new LiveLists(gatherCodeLists());
  expect([...lists.keys()]).toEqual([...gatherCodeLists().keys()]);
  const seen: string[] = [];
  const stop = effect(() => {
    seen.push(codeLabel(lists, 'necessity', 'our-purpose'));
  });
  const necessity = gatherCodeLists().get('necessity');
  if (!necessity) throw new Error('no such list');
  lists.fill([{ ...necessity, codes: [{ code: 'our-purpose', label: 'Our own purpose' }] }]);
  stop();
  expect(seen).toEqual([expect.not.stringContaining('Our own purpose'), 'Our own purpose']);
  expect([...lists.keys()]).toEqual(['necessity']);
});
