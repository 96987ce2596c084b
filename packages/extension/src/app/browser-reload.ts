/** Loads this page again. The data it carries over is only in the browser's memory, and gone with the browser. */
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
  // Registered before any view's own listener: one that asks whether to stay must not run, or the page would not
  // reload.
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

/** A key for this page's tab; the panel has no tab, and there is one panel per window. */
async function keyOfPage(): Promise<string> {
  const tab = await chrome.tabs.getCurrent();
  if (tab?.id !== undefined) return `anew-tab-${tab.id}`;
  return `anew-panel-${(await chrome.windows.getCurrent()).id}`;
}
