/** The press that says “this one”, with the tab it was made on. Kept in memory only; nothing of the page. */
import * as v from 'valibot';

const Press = v.strictObject({
  tabId: v.pipe(v.number(), v.integer()),
  /** Differs for each press. */
  press: v.number(),
});
export type PointPress = v.InferOutput<typeof Press>;

const keyOf = (windowId: number): string => `point-${windowId}`;

export async function rememberPoint({ id, windowId }: chrome.tabs.Tab): Promise<void> {
  if (id === undefined) return;
  const press: PointPress = { tabId: id, press: Date.now() };
  await chrome.storage.session.set({ [keyOf(windowId)]: press });
}

/** Calls the listener with each press in that window; returns a function that stops it. */
export function onPointPress(windowId: number, listener: (press: PointPress) => void): () => void {
  const changed = (changes: Record<string, chrome.storage.StorageChange>): void => {
    const read = v.safeParse(Press, changes[keyOf(windowId)]?.newValue);
    if (read.success) listener(read.output);
  };
  chrome.storage.session.onChanged.addListener(changed);
  return () => chrome.storage.session.onChanged.removeListener(changed);
}
