import { codeLabel, gatherCodeLists } from '@cyber-prevent/core';
import { effect } from '@preact/signals';
import { expect, it } from 'vitest';
import { LiveLists } from './live-lists.js';

it('has the lists that it was made with, and shows again what was looked up once it is filled', () => {
  const lists = new LiveLists(gatherCodeLists());
  expect([...lists.keys()]).toEqual([...gatherCodeLists().keys()]);
  const necessity = gatherCodeLists().get('necessity');
  if (!necessity) throw new Error('no such list');
  const seen: string[] = [];
  const stop = effect(() => {
    seen.push(codeLabel(lists, 'necessity', 'our-purpose'));
  });
  const codes = [{ code: 'our-purpose', label: 'Our own purpose' }];
  lists.set('necessity', { ...necessity, codes });
  lists.filled.value += 1;
  stop();
  expect(seen).toEqual([expect.not.stringContaining('Our own purpose'), 'Our own purpose']);
});
