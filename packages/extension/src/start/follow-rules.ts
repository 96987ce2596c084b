/**
 * The code lists and the settings of a page as the definition packs of the open vault have them; those that ship while
 * it is locked. Loaded late.
 */
import { gatherCodeLists } from '@cyber-prevent/core';
import { PACKS_KEY, type PackRules, type RulesInForce } from '../ports/packs.js';
import type { Services } from '../ports/services.js';
import type { LiveLists } from './live-lists.js';

export interface RulesFollowed {
  /** The settings in place of those of the policy; waits for the keeper’s answer while the vault is open. */
  rules(): Promise<PackRules>;
}

interface Followed {
  readonly ask: Services['ask'];
  readonly vault: Pick<Services['vault'], 'state' | 'subscribe'>;
  readonly work: Pick<Services['work'], 'subscribe'>;
}

/** @param onChange - called when the settings may be others */
export function followRules(
  { ask, vault, work }: Followed,
  lists: Pick<LiveLists, 'fill'>,
  onChange: () => void,
): RulesFollowed {
  let rules: Promise<PackRules> = Promise.resolve({});
  let isShipped = true;
  const take = (given: RulesInForce | undefined): PackRules => {
    if (given) lists.fill(given.lists);
    else if (!isShipped) lists.fill(gatherCodeLists().values());
    isShipped = given === undefined;
    return given?.rules ?? {};
  };
  const read = (): void => {
    const mine = ask('rules-in-force', []).then(
      // A later answer has come meanwhile, or the vault is locked.
      (given) => (rules === mine ? take(given) : rules),
      (): PackRules => ({}),
    );
    rules = mine;
    void mine.then(onChange);
  };
  const forget = (): void => {
    rules = Promise.resolve({});
    take(undefined);
    onChange();
  };
  vault.subscribe(({ name }) => {
    if (name === 'open') read();
    else forget();
  });
  work.subscribe((key) => {
    if (key === PACKS_KEY && vault.state().name === 'open') read();
  });
  if (vault.state().name === 'open') read();
  return { rules: () => rules };
}
