/**
 * Tabs whose page has been read and, according to the browser's events since, is still there: a reader is left in it.
 */
export interface ReadTabs {
  has(tabId: number): boolean;
  add(tabId: number): void;
}

export function readTabs(tabs: Pick<typeof chrome.tabs, 'onUpdated' | 'onRemoved'>): ReadTabs {
  const read = new Set<number>();
  tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'loading') read.delete(tabId);
  });
  tabs.onRemoved.addListener((tabId) => {
    read.delete(tabId);
  });
  return { has: (tabId) => read.has(tabId), add: (tabId) => void read.add(tabId) };
}
