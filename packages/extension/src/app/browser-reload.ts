/** Loads this page again. What it takes along is in the browser's memory alone, and gone with the browser. */
import * as v from 'valibot';
import type { Reload, Taken } from './begin-anew.js';

const Kept = v.custom<Taken>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'route' in value &&
    'kind' in value &&
    'isBlank' in value,
);

export async function browserReload(): Promise<Reload> {
  const { session } = chrome.storage;
  const key = await keyOfPage();
  const { [key]: kept } = await session.get(key);
  if (kept !== undefined) await session.remove(key);
  const read = v.safeParse(Kept, kept);
  let isGoing = false;
  // Before any view's own: one that would ask whether to stay is not asked, or the page would stand there as it is.
  addEventListener('beforeunload', (event) => {
    if (isGoing) event.stopImmediatePropagation();
  });
  return {
    taken: read.success ? read.output : undefined,
    async begin(taken) {
      await session.set({ [key]: taken }).catch(() => undefined);
      isGoing = true;
      location.reload();
    },
  };
}

/** The tab that this page is; the panel has none, and there is one to a window. */
async function keyOfPage(): Promise<string> {
  const tab = await chrome.tabs.getCurrent();
  if (tab?.id !== undefined) return `anew-tab-${tab.id}`;
  return `anew-panel-${(await chrome.windows.getCurrent()).id}`;
}
