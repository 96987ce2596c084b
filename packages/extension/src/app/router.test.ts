// @vitest-environment happy-dom
import { RecordId } from '@cyber-prevent/core';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { makeRouter } from './router.js';

const subject = v.parse(RecordId, '5b1ec700-0000-4000-8000-000000000001');

it('goes and comes back, and ends at the start', () => {
  const router = makeRouter({ name: 'subjects' });
  router.go({ name: 'subject', subject });
  router.go({ name: 'safeguarding', subject });
  router.back();
  expect(router.route.value).toEqual({ name: 'subject', subject });
  router.back();
  router.back();
  expect(router.route.value).toEqual({ name: 'subjects' });
});

it('leaves no trace in the address or the history', () => {
  const before = [location.href, history.length, history.state];
  const router = makeRouter({ name: 'subjects' });
  router.go({ name: 'subject', subject });
  router.back();
  expect([location.href, history.length, history.state]).toEqual(before);
});

it('gives the focus to a new heading once for each change of screen', () => {
  const router = makeRouter({ name: 'subjects' });
  expect(router.takeFocus()).toBe(false);
  router.go({ name: 'review' });
  expect([router.takeFocus(), router.takeFocus()]).toEqual([true, false]);
});

it('says that a screen was asked for again, and does not come back to it twice', () => {
  const router = makeRouter({ name: 'subjects' });
  router.go({ name: 'safeguarding', subject });
  router.takeFocus();
  router.go({ name: 'safeguarding', subject });
  expect(router.again.value).toBe(1);
  expect(router.takeFocus()).toBe(true);
  router.back();
  expect(router.route.value).toEqual({ name: 'subjects' });
});

it('numbers each visit to a screen, and gives the number back to who comes back', () => {
  const router = makeRouter({ name: 'subjects' });
  const first = router.visit();
  router.go({ name: 'subject', subject });
  const form = router.visit();
  router.go({ name: 'safeguarding', subject });
  expect(new Set([first, form, router.visit()]).size).toBe(3);
  router.back();
  expect(router.visit()).toBe(form);
  router.go({ name: 'subject', subject });
  expect(router.visit()).toBe(form);
  router.go({ name: 'subjects' });
  router.go({ name: 'subject', subject });
  expect([first, form]).not.toContain(router.visit());
});

it('is the same visit where one goes back from the start', () => {
  const router = makeRouter({ name: 'today' });
  const first = router.visit();
  router.back();
  expect(router.visit()).toBe(first);
  router.go({ name: 'subjects' });
  router.back();
  router.back();
  expect(router.visit()).toBe(first);
});

/** A router with the numbers that the browser is given. */
function marked() {
  const marks: number[] = [];
  const router = makeRouter(
    { name: 'subjects' },
    {
      push: (step) => void marks.push(step),
      replace: (step) => void marks.splice(-1, 1, step),
    },
  );
  return { router, marks };
}

it('reaches an earlier and a later screen by their steps, on the visits that they had', () => {
  const { router, marks } = marked();
  router.go({ name: 'subject', subject });
  const visit = router.visit();
  router.go({ name: 'note' });
  const [first = 0, second = 0, third = 0] = marks;
  expect(router.reach(first)).toBe(true);
  expect(router.route.value).toEqual({ name: 'subjects' });
  expect(router.takeFocus()).toBe(true);
  expect(router.reach(third)).toBe(true);
  expect(router.route.value).toEqual({ name: 'note' });
  router.reach(second);
  expect([router.route.value, router.visit()]).toEqual([{ name: 'subject', subject }, visit]);
});

it('forgets at a lock every screen but the one that it is on', () => {
  const { router, marks } = marked();
  router.go({ name: 'subject', subject });
  router.go({ name: 'note' });
  router.forget();
  for (const step of marks.slice(0, -1)) expect(router.reach(step)).toBe(false);
  expect(router.route.value).toEqual({ name: 'note' });
  router.back();
  expect(router.route.value).toEqual({ name: 'subjects' });
});

it('comes back to a screen whose purpose is done without asking again', () => {
  const { router, marks } = marked();
  router.go({ name: 'review', entering: 'told' });
  router.settle({ name: 'review' });
  router.go({ name: 'note' });
  router.reach(marks[1] ?? 0);
  expect(router.route.value).toEqual({ name: 'review' });
});

it('forgets everything where another vault is opened', () => {
  const { router, marks } = marked();
  router.go({ name: 'subject', subject });
  const before = [...marks];
  router.reset();
  for (const step of before) expect(router.reach(step)).toBe(false);
  expect(router.route.value).toEqual({ name: 'subjects' });
});

it('begins on the screen of the page before, with nothing behind it but the start', () => {
  const marks: number[] = [];
  const keep = (step: number) => void marks.push(step);
  const router = makeRouter({ name: 'today' }, { push: keep, replace: keep }, { name: 'note' });
  expect([router.route.value, marks.length]).toEqual([{ name: 'note' }, 1]);
  expect(router.takeFocus()).toBe(true);
  router.back();
  expect(router.route.value).toEqual({ name: 'today' });
});
