import { type ListQuery, passed } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import { memoryServices } from '../../../testing/memory-services.js';
import { changeViews, heldViews, type SavedView } from './held-views.js';

const query: ListQuery = { text: '', facets: {}, sort: 'name', isDescending: false };
const adding = (name: string) => (views: readonly SavedView[]) =>
  passed([...views, { name, query }]);

it('loses no view where two windows save one at the same time', async () => {
  const { work } = await memoryServices();
  const kept = await Promise.all(
    ['Overdue', 'Received'].map((name) => changeViews(work, 'subjects', adding(name))),
  );
  expect(kept.map(({ ok }) => ok)).toEqual([true, true]);
  const { views } = await heldViews(work, 'subjects');
  expect(views.map(({ name }) => name).toSorted()).toEqual(['Overdue', 'Received']);
});

it('gives several choices of one filter back as they were kept', async () => {
  const { work } = await memoryServices();
  const facets = { status: ['received', 'accepted'], due: ['overdue'] };
  await changeViews(work, 'subjects', () => passed([{ name: 'Now', query: { ...query, facets } }]));
  expect((await heldViews(work, 'subjects')).views[0]?.query.facets).toEqual(facets);
});
