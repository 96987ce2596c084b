/**
 * The shipped hosts with the force's own rows: read once, and again when the force's policy or its packs change, so that
 * no press waits for it.
 */
import { type HostClassList, withHostClasses } from '@cyber-prevent/core';
import type { Policy } from '../ports/services.js';

/** @param onChange - hears of a change of the policy, or of the definition packs that add to it */
export function hostList(
  policy: () => Promise<Policy>,
  onChange: (change: () => void) => void,
): () => Promise<HostClassList> {
  let list: Promise<HostClassList> | undefined;
  const read = async (): Promise<HostClassList> =>
    withHostClasses((await policy()).hostClasses ?? []);
  onChange(() => {
    list = undefined;
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
