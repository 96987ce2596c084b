import { expect, it } from 'vitest';
import { readTabs } from './read-tabs.js';

it('remembers a tab that was read until another page is loaded in it, or it is closed', () => {
  let update: (tabId: number, change: { status?: string }) => void = () => undefined;
  let remove: (tabId: number) => void = () => undefined;
  const tabs = readTabs({
    onUpdated: { addListener: (listener: typeof update) => (update = listener) },
    onRemoved: { addListener: (listener: typeof remove) => (remove = listener) },
  } as unknown as Parameters<typeof readTabs>[0]);
  const known = (): boolean[] => [1, 2, 3].map((tabId) => tabs.has(tabId));
  expect(known()).toEqual([false, false, false]);
  for (const tabId of [1, 2, 3]) tabs.add(tabId);
  update(1, {});
  update(1, { status: 'complete' });
  expect(known()).toEqual([true, true, true]);
  update(1, { status: 'loading' });
  remove(2);
  expect(known()).toEqual([false, false, true]);
});
