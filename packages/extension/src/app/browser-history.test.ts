/** Back and Forward of a browser that behaves as browsers do, over entries that it would keep on the disk. */
import type { RecordId } from '@cyber-prevent/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { browserHistory } from './browser-history.js';
import type { Route } from './route.js';
import { makeRouter } from './router.js';

const subject = '5b1ec700-0000-4000-8000-000000000001' as RecordId;

/** A tab with entries, one behind the other. The first one is not ours. */
function tab() {
  const listeners = new Map<string, ((event: never) => void)[]>();
  const fire = (name: string, event: object) => {
    for (const listener of listeners.get(name) ?? []) listener(event as never);
  };
  let entries: unknown[] = [null, null];
  let at = 1;
  const move = (by: number) => {
    if (entries[at + by] === undefined) return;
    at += by;
    fire('popstate', { state: entries[at] });
  };
  const page = {
    addEventListener: (name: string, listener: (event: never) => void) =>
      void listeners.set(name, [...(listeners.get(name) ?? []), listener]),
    history: {
      pushState(state: unknown) {
        entries = [...entries.slice(0, at + 1), structuredClone(state)];
        at += 1;
      },
      replaceState(state: unknown) {
        entries[at] = structuredClone(state);
      },
      back: () => move(-1),
      forward: () => move(1),
    },
  } as unknown as Parameters<typeof browserHistory>[0];
  return {
    page,
    back: () => at > 1 && move(-1),
    forward: () => move(1),
    button: (button: number) => fire('mouseup', { button, preventDefault: () => undefined }),
    /** The page goes, and its listeners with it. */
    reload: () => listeners.clear(),
    written: () => JSON.stringify(entries),
  };
}

function opened(mark = 'm1') {
  const browser = tab();
  const history = browserHistory(browser.page, mark);
  const router = makeRouter({ name: 'today' }, history);
  history.follow(router);
  return { browser, router };
}

it('goes back and forward through the screens, by keys and by the buttons of the mouse', () => {
  const { browser, router } = opened();
  router.go({ name: 'subject', subject });
  router.go({ name: 'note' });
  browser.back();
  expect(router.route.value).toEqual({ name: 'subject', subject });
  browser.button(3);
  expect(router.route.value).toEqual({ name: 'today' });
  browser.button(4);
  browser.forward();
  expect(router.route.value).toEqual({ name: 'note' });
  browser.button(0);
  expect(router.route.value).toEqual({ name: 'note' });
});

it('goes one screen further back for each press, though a form was left within the page', () => {
  const { browser, router } = opened();
  router.go({ name: 'subject', subject });
  router.go({ name: 'note' });
  router.back();
  expect(router.route.value).toEqual({ name: 'subject', subject });
  browser.back();
  expect(router.route.value).toEqual({ name: 'today' });
  browser.forward();
  expect(router.route.value).toEqual({ name: 'subject', subject });
});

it('stays where it is for entries from before a lock', () => {
  const { browser, router } = opened();
  router.go({ name: 'subject', subject });
  router.go({ name: 'note' });
  router.forget();
  browser.back();
  expect(router.route.value).toEqual({ name: 'note' });
  router.go({ name: 'settings' });
  browser.back();
  expect(router.route.value).toEqual({ name: 'note' });
});

it('stays where it is for entries that another load of the page left', () => {
  const { browser, router } = opened();
  router.go({ name: 'subject', subject });
  router.go({ name: 'note' });
  browser.reload();
  const later = browserHistory(browser.page, 'm2');
  const again = makeRouter({ name: 'today' }, later);
  later.follow(again);
  again.go({ name: 'settings' });
  browser.back();
  browser.back();
  expect(again.route.value).toEqual({ name: 'today' });
});

const ROUTES: readonly Route[] = [
  { name: 'today' },
  { name: 'subject', subject },
  { name: 'note' },
  { name: 'settings' },
];
const MOVES = ['back', 'forward', 'leaves', 'locks'] as const;
const STEP = fc.oneof(
  fc.constantFrom(...ROUTES).map((route) => ({ does: 'go', route }) as const),
  fc.constantFrom(...MOVES).map((does) => ({ does })),
);

it('shows after any walk a screen that was gone to since the lock, and writes down no screen', () => {
  fc.assert(
    fc.property(fc.array(STEP, { maxLength: 30 }), (steps) => {
      const { browser, router } = opened();
      let seen = [JSON.stringify(router.route.value)];
      for (const step of steps) {
        if (step.does === 'go') router.go(step.route);
        if (step.does === 'back') browser.back();
        if (step.does === 'forward') browser.forward();
        if (step.does === 'leaves') router.back();
        const now = JSON.stringify(router.route.value);
        // Leaving a screen that nothing leads to goes to the start.
        if (step.does === 'go' || step.does === 'leaves') seen.push(now);
        expect(seen).toContain(now);
        if (step.does === 'locks') {
          router.forget();
          seen = [now];
        }
      }
      expect(browser.written()).toMatch(/^\[null,(\["m1",\d+,\d+\],?)+\]$/);
    }),
    { numRuns: 300 },
  );
});
