/**
 * The tab that the officer pressed on. Kept in `storage.session`, which is memory only: tab numbers, nothing of the
 * page. A panel that has just opened reads it; an open one is notified.
 */
import * as v from 'valibot';

/** The officer's choice: the whole page, or the selection on it. */
export type GrantWay = 'page' | 'selection';

const Grant = v.strictObject({
  tabId: v.pipe(v.number(), v.integer()),
  windowId: v.pipe(v.number(), v.integer()),
  way: v.picklist(['page', 'selection']),
  /** The frame in which the menu was opened: an earlier selection may still be in another frame. */
  frameId: v.exactOptional(v.pipe(v.number(), v.integer())),
  /** Differs for each press, so that a second press on one tab is a change. */
  press: v.number(),
});
export type Grant = v.InferOutput<typeof Grant>;

const keyOf = (windowId: number): string => `grant-${windowId}`;

export async function rememberGrant(
  tab: chrome.tabs.Tab,
  way: GrantWay,
  frameId?: number,
): Promise<void> {
  if (tab.id === undefined) return;
  const grant: Grant = {
    tabId: tab.id,
    windowId: tab.windowId,
    way,
    press: Date.now(),
    ...(frameId === undefined ? {} : { frameId }),
  };
  await chrome.storage.session.set({ [keyOf(tab.windowId)]: grant });
}

/** The last press in that window, or undefined. */
export async function grantOf(windowId: number): Promise<Grant | undefined> {
  const key = keyOf(windowId);
  const { [key]: stored } = await chrome.storage.session.get(key);
  const parsed = v.safeParse(Grant, stored);
  return parsed.success ? parsed.output : undefined;
}

/** Uses up a press: a later return to the draft must not read a page that was not asked for again. */
export async function usedGrant(windowId: number, press: number): Promise<void> {
  const kept = await grantOf(windowId);
  if (kept?.press === press) await chrome.storage.session.remove(keyOf(windowId));
}

/** Calls the listener with each press in that window; returns a function that stops it. */
export function onGrant(windowId: number, listener: (grant: Grant) => void): () => void {
  const key = keyOf(windowId);
  const changed = (changes: Record<string, chrome.storage.StorageChange>): void => {
    const parsed = v.safeParse(Grant, changes[key]?.newValue);
    if (parsed.success) listener(parsed.output);
  };
  chrome.storage.session.onChanged.addListener(changed);
  return () => chrome.storage.session.onChanged.removeListener(changed);
}
