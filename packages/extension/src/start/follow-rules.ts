/**
 * The code lists and the policy of a page as the definition packs of the open vault have them; what ships, and the
 * policy alone, while it is locked. Loaded late.
 */
import { type CodeList, gatherCodeLists } from '@cyber-prevent/core';
import { PACKS_KEY } from '../app/work-keys.js';
import type { PackRules, RulesInForce } from '../ports/packs.js';
import type { Policy, Services } from '../ports/services.js';
import type { LiveLists } from './live-lists.js';

export interface RulesFollowed {
  /** The settings of the force, with what packs add; waits for the keeper’s answer while the vault is open. */
  policy(): Promise<Policy>;
  /** Calls the listener when the policy may be another. */
  onChange(change: () => void): void;
}

interface Followed {
  readonly ask: Services['ask'];
  readonly vault: Pick<Services['vault'], 'state' | 'subscribe'>;
  readonly work: Pick<Services['work'], 'subscribe'>;
}

/**
 * @param lists - filled at once with all that ship: a page starts with a few
 * @param managed - gives the content of `storage.managed`
 */
export function followRules(
  { ask, vault, work }: Followed,
  lists: LiveLists,
  managed: () => Promise<unknown>,
): RulesFollowed {
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((change) => void change());
  fill(lists, gatherCodeLists().values());
  let rules: Promise<PackRules> = Promise.resolve({});
  let isShipped = true;
  const take = (given: RulesInForce | undefined): PackRules => {
    if (given) fill(lists, given.lists);
    else if (!isShipped) fill(lists, gatherCodeLists().values());
    isShipped = given === undefined;
    return given?.rules ?? {};
  };
  const read = (): void => {
    const mine: Promise<PackRules> = ask('rules-in-force', []).then(
      // A later answer may have been asked for, or the vault be locked.
      (given) => (rules === mine ? take(given) : rules),
      () => ({}),
    );
    rules = mine;
    void mine.then(tell);
  };
  const forget = (): void => {
    rules = Promise.resolve({});
    take(undefined);
    tell();
  };
  vault.subscribe(({ name }) => {
    if (name === 'open') read();
    else forget();
  });
  work.subscribe((key) => {
    if (key === PACKS_KEY && vault.state().name === 'open') read();
  });
  if (vault.state().name === 'open') read();
  return {
    async policy() {
      // Checking a policy takes longer than the first paint should wait.
      const { readPolicy } = await import('../keeper/policy.js');
      return { ...readPolicy(await managed()), ...(await rules) };
    },
    onChange: (change) => void listeners.add(change),
  };
}

function fill(lists: LiveLists, given: Iterable<CodeList>): void {
  lists.clear();
  for (const list of given) lists.set(list.id, list);
  lists.filled.value += 1;
}
