/**
 * The current screen, and those that Back and Forward reach. Kept in memory only: none of it goes into an address or a
 * title, and the browser's own history, which the browser keeps on disk, gets numbers alone.
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
  /** Shows the screen of a step, earlier or later. @returns false if it is forgotten */
  reach(step: number): boolean;
  /** The screens that Back and Forward reach, the last first. */
  visited(): readonly Route[];
  /** Forgets every screen but this one: the vault was locked. */
  forget(): void;
  /** Forgets the position: another vault was opened. */
  reset(): void;
  /** True once after each change of screen: the new heading takes the focus. */
  takeFocus(): boolean;
  /** Calls the listener after each change of screen, and when the current one was requested again. */
  onChange(listener: () => void): () => void;
}

/** Marks of the steps in the browser's history: numbers, which mean nothing outside this page. */
export interface StepMarks {
  /** Begins an entry, after the current one. */
  push(step: number): void;
  /** Puts the step in place of the current entry's. */
  replace(step: number): void;
}

/** One visit to a screen. */
interface Step {
  readonly number: number;
  readonly route: Route;
  readonly visit: number;
}

function isSame(one: Route, other: Route): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Screens that Back can still reach. */
const MOST_STEPS = 50;

/** @param resumed - the screen of the page before this one, if it was loaded again */
export function makeRouter(start: Route, marks?: StepMarks, resumed?: Route): Router {
  const route = signal(resumed ?? start);
  const again = signal(0);
  const listeners = new Set<() => void>();
  let visits = 0;
  let numbers = 0;
  let focusDue = resumed !== undefined;
  const stepTo = (to: Route, visit: number): Step => {
    numbers += 1;
    return { number: numbers, route: to, visit };
  };
  let here = stepTo(route.value, visits);
  let steps: readonly Step[] = [here];
  marks?.replace(here.number);

  const show = (next: Step): void => {
    here = next;
    focusDue = true;
    if (isSame(next.route, route.value)) again.value += 1;
    else route.value = next.route;
    for (const listener of listeners) listener();
  };
  const showInstead = (next: Step): void => {
    marks?.replace(next.number);
    show(next);
  };
  return {
    route,
    again,
    visit: () => here.visit,
    go(next) {
      if (isSame(next, route.value)) return show(here);
      visits += 1;
      const step = stepTo(next, visits);
      steps = [...steps.slice(0, steps.indexOf(here) + 1), step].slice(-MOST_STEPS);
      marks?.push(step.number);
      show(step);
    },
    settle(next) {
      const settled = { ...here, route: next };
      steps = steps.map((step) => (step === here ? settled : step));
      here = settled;
      route.value = next;
    },
    back() {
      const before = steps[steps.indexOf(here) - 1];
      if (before) return showInstead(before);
      visits += 1;
      const first = isSame(start, route.value) ? here : stepTo(start, visits);
      steps = [first, ...steps.filter((step) => step !== first)];
      showInstead(first);
    },
    reach(number) {
      const step = steps.find((each) => each.number === number);
      if (step && step !== here) show(step);
      return step !== undefined;
    },
    visited: () => steps.map((step) => step.route).toReversed(),
    forget() {
      steps = [here];
    },
    reset() {
      visits += 1;
      const first = stepTo(start, visits);
      steps = [first];
      showInstead(first);
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
