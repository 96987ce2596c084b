import { type ListQuery, passed } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import { memoryServices } from '../../../testing/memory-services.js';
import { changeViews, heldViews, type SavedView, viewsKey } from './held-views.js';

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

it('stores no view that could not be read again, and leaves those that are stored', async () => {
  const { work } = await memoryServices();
  await changeViews(work, 'subjects', adding('Mine'));
  const facets = { title: ['T'.repeat(201)] };
  for (const long of [
    { ...query, text: 'x'.repeat(10_000) },
    { ...query, facets },
  ]) {
    const kept = await changeViews(work, 'subjects', (views) =>
      passed([...views, { name: 'Long', query: long }]),
    );
    expect(kept.issues).toMatchObject([{ code: 'view-too-long' }]);
    expect((await heldViews(work, 'subjects')).views.map(({ name }) => name)).toEqual(['Mine']);
  }
});

it('keeps as it is what another release stored, whatever is changed here', async () => {
  const { work } = await memoryServices();
  const later = { name: 'Later', query, colour: 'red' };
  await work.save(viewsKey('subjects'), { views: [{ name: 'Mine', query }, later] }, 0);
  expect((await heldViews(work, 'subjects')).views.map(({ name }) => name)).toEqual(['Mine']);
  await changeViews(work, 'subjects', adding('New'));
  expect(work.held(viewsKey('subjects'))).toEqual({
    views: [{ name: 'Mine', query }, { name: 'New', query }, later],
  });
  const whole = { version: 2, lists: [] };
  await work.save(viewsKey('referrals'), whole, 0);
  const kept = await changeViews(work, 'referrals', adding('New'));
  expect(kept.issues).toMatchObject([{ code: 'view-format' }]);
  expect(work.held(viewsKey('referrals'))).toEqual(whole);
});
