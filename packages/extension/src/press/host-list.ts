/**
 * The shipped hosts with the force's own rows: read once, and again when the force changes its policy, so that no press
 * waits for it.
 */
import { type HostClassList, withHostClasses } from '@cyber-prevent/core';
import type { Policy } from '../ports/services.js';

/** @param changes - the event for changes of any storage area */
export function hostList(
  policy: () => Promise<Policy>,
  changes: Pick<typeof chrome.storage.onChanged, 'addListener'>,
): () => Promise<HostClassList> {
  let list: Promise<HostClassList> | undefined;
  const read = async (): Promise<HostClassList> =>
    withHostClasses((await policy()).hostClasses ?? []);
  changes.addListener((_, area) => {
    if (area === 'managed') list = undefined;
  });
  return () => {
    const mine = list ?? read();
    list = mine;
    // A failed read is repeated at the next call.
    mine.catch(() => {
      if (list === mine) list = undefined;
    });
    return mine;
  };
}
