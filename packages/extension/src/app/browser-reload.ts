/** Loads this page again. The data it carries over is only in the browser's memory, and gone with the browser. */
import * as v from 'valibot';
import type { Reload, Taken } from './begin-anew.js';

const Kept = v.custom<Taken & { readonly isNote?: boolean }>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'route' in value &&
    'kind' in value &&
    'isBlank' in value,
);

/** Key of the screen that the next page opens on. */
const NEXT = 'anew-next';
const TAB = 'anew-tab-';

export async function browserReload(): Promise<Reload> {
  const { session } = chrome.storage;
  const key = await keyOfPage();
  const isReload = performance
    .getEntriesByType('navigation')
    .some((entry) => (entry as PerformanceNavigationTiming).type === 'reload');
  // Only a tab that was opened just now may be the window that was asked for.
  const keys = isReload || !key.startsWith(TAB) ? [key] : [NEXT, key];
  const kept = await session.get(keys);
  const found = keys.find((each) => kept[each] !== undefined);
  if (found !== undefined) await session.remove(found);
  const read = v.safeParse(Kept, found && kept[found]);
  let isGoing = false;
  // Registered before any view's own listener: one that asks whether to stay must not run, or the page would not
  // reload.
  addEventListener('beforeunload', (event) => {
    if (isGoing) event.stopImmediatePropagation();
  });
  const leave = (taken: Taken & { readonly isNote?: true }): Promise<void> =>
    session.set({ [key]: taken }).catch(() => undefined);
  return {
    // The note of a page that was closed is of no use to the next one in its place.
    taken: read.success && (isReload || !read.output.isNote) ? read.output : undefined,
    async begin(taken) {
      await leave(taken);
      isGoing = true;
      location.reload();
    },
    note: (taken) => void leave({ ...taken, isNote: true }),
  };
}

/** Opens a screen in a window of its own: its address is the same as ever, and reveals nothing. */
export async function openInNewWindow(next: Taken): Promise<void> {
  await chrome.storage.session.set({ [NEXT]: next });
  await chrome.windows.create({ url: chrome.runtime.getURL('/workspace.html') });
}

/** A key for this page's tab; the panel has no tab, and there is one panel per window. */
async function keyOfPage(): Promise<string> {
  const tab = await chrome.tabs.getCurrent();
  if (tab?.id !== undefined) return TAB + tab.id;
  return `anew-panel-${(await chrome.windows.getCurrent()).id}`;
}
