/** Keys on Today: a digit for each of the first nine; the arrow keys, or j and k, and Enter for all of them. */
import type { DiaryEntry } from '@cyber-prevent/core';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { useKeys } from '../../../app/keys/use-keys.js';
import { routeOfAct } from './act-route.js';

/** @param within - the screen with its heading: the focus starts there, and a digit acts at once */
export function useListKeys(
  within: { readonly current: HTMLElement | null },
  entries: readonly DiaryEntry[],
): void {
  const { router } = useApp();
  const acts = (): HTMLElement[] => [
    ...(within.current?.querySelectorAll<HTMLElement>('[data-entry]') ?? []),
  ];
  const move = (by: number): void => {
    const all = acts();
    const here = all.indexOf(inFocus());
    const next = here < 0 ? (by > 0 ? 0 : all.length - 1) : here + by;
    all[Math.max(0, Math.min(all.length - 1, next))]?.focus();
  };
  useKeys(within, {
    next: () => move(1),
    previous: () => move(-1),
    nth: ({ key }) => {
      const entry = entries[Number(key) - 1];
      if (entry) router.go(routeOfAct(entry));
    },
  });
  useKeptPlace(within, acts);
}

function inFocus(): HTMLElement {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement ? activeElement : document.body;
}

/** Keeps the focus if another window answers the focused entry: it moves to the entry that takes its place. */
function useKeptPlace(
  within: { readonly current: HTMLElement | null },
  acts: () => readonly HTMLElement[],
): void {
  const place = useRef(-1);
  useLayoutEffect(() => {
    const isLost = inFocus() === document.body;
    if (place.current >= 0 && isLost) {
      const all = acts();
      const next = all[Math.min(place.current, all.length - 1)];
      (next ?? within.current?.querySelector<HTMLElement>('h1'))?.focus();
    }
    place.current = acts().indexOf(inFocus());
  });
  useLayoutEffect(() => {
    const note = (): void => {
      place.current = acts().indexOf(inFocus());
    };
    const root = within.current;
    root?.addEventListener('focusin', note);
    return () => root?.removeEventListener('focusin', note);
  });
}
