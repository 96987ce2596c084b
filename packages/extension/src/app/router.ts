/**
 * The current screen. Kept in memory only: none of it goes into an address, a hash or the browser's history, which the
 * browser keeps on disk.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Route } from './route.js';

export interface Router {
  readonly route: ReadonlySignal<Route>;
  /** Rises when the current screen is requested again. */
  readonly again: ReadonlySignal<number>;
  /**
   * Numbers the visit to the screen: a new number for each request of it, the same when it is reached by going back.
   */
  visit(): number;
  go(route: Route): void;
  /** Marks the purpose of the screen as done: going back to it does not ask again. */
  settle(route: Route): void;
  /** Goes to the screen before this one, or to the start. */
  back(): void;
  /** Forgets the position: another vault was opened. */
  reset(): void;
  /** True once after each change of screen: the new heading takes the focus. */
  takeFocus(): boolean;
  /** Calls the listener after each change of screen, and when the current one was requested again. */
  onChange(listener: () => void): () => void;
}

function isSame(one: Route, other: Route): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Screens that `back` can still reach. */
const MOST_STEPS = 50;

export function makeRouter(start: Route): Router {
  const route = signal(start);
  const again = signal(0);
  const listeners = new Set<() => void>();
  let steps: readonly { readonly route: Route; readonly visit: number }[] = [];
  let visit = 0;
  let visits = 0;
  let focusDue = false;

  const show = (next: Route): void => {
    focusDue = true;
    if (isSame(next, route.value)) again.value += 1;
    else route.value = next;
    for (const listener of listeners) listener();
  };
  return {
    route,
    again,
    visit: () => visit,
    go(next) {
      const step = { route: route.value, visit };
      if (!isSame(next, route.value)) {
        steps = [...steps, step].slice(-MOST_STEPS);
        visits += 1;
        visit = visits;
      }
      show(next);
    },
    settle(next) {
      route.value = next;
    },
    back() {
      visits += 1;
      const atStart = { route: start, visit: isSame(start, route.value) ? visit : visits };
      const last = steps.at(-1) ?? atStart;
      steps = steps.slice(0, -1);
      visit = last.visit;
      show(last.route);
    },
    reset() {
      steps = [];
      visits += 1;
      visit = visits;
      show(start);
    },
    takeFocus() {
      const due = focusDue;
      focusDue = false;
      return due;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
