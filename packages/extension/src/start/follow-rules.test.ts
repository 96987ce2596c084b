import { type CodeList, firstCodeLists, gatherCodeLists } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import { PACKS_KEY } from '../app/work-keys.js';
import type { RulesInForce } from '../ports/packs.js';
import type { VaultState } from '../ports/services.js';
import { OPEN } from '../testing/memory-services.js';
import { followRules } from './follow-rules.js';
import { LiveLists } from './live-lists.js';

const LIST = gatherCodeLists().get('necessity') as CodeList;
const GIVEN: RulesInForce = {
  lists: [{ ...LIST, codes: [{ code: 'our-purpose', label: 'Our own purpose' }] }],
  rules: { hostClasses: [{ class: 'never', domains: ['records.example.org'] }] },
};

function page(state: VaultState = { name: 'locked', kinds: ['practice'] }) {
  let now = state;
  let given: RulesInForce | undefined | Error = GIVEN;
  let changed = 0;
  const managed = async () => ({ lockMinutes: 5 });
  const vaults = new Set<(state: VaultState) => void>();
  const works = new Set<(key: string) => void>();
  const lists = new LiveLists(firstCodeLists());
  const followed = followRules(
    {
      ask: (async () => {
        if (given instanceof Error) throw given;
        return given;
      }) as never,
      vault: {
        state: () => now,
        subscribe: (listener) => {
          vaults.add(listener);
          return () => vaults.delete(listener);
        },
      },
      work: {
        subscribe: (listener) => {
          works.add(listener);
          return () => works.delete(listener);
        },
      },
    },
    lists,
    managed,
  );
  followed.onChange(() => {
    changed += 1;
  });
  return {
    lists,
    followed,
    changes: () => changed,
    be(next: VaultState) {
      now = next;
      for (const hear of vaults) hear(next);
    },
    gives(next: typeof given) {
      given = next;
      for (const hear of works) hear(PACKS_KEY);
    },
  };
}

const ALONE = { fips: false, lockMinutes: 5 };

it('has what ships until a vault with packs is open, and again once it is locked', async () => {
  const { lists, followed, be } = page();
  expect([await followed.policy(), lists.size]).toEqual([ALONE, gatherCodeLists().size]);
  be(OPEN);
  expect(await followed.policy()).toEqual({ ...ALONE, ...GIVEN.rules });
  expect([...lists.values()]).toEqual(GIVEN.lists);
  be({ name: 'locked', kinds: ['practice'] });
  expect([await followed.policy(), lists.size]).toEqual([ALONE, gatherCodeLists().size]);
});

it('asks again when packs have changed, and says so', async () => {
  const { lists, followed, gives, changes } = page(OPEN);
  await followed.policy();
  const before = changes();
  gives(undefined);
  expect(await followed.policy()).toEqual(ALONE);
  expect(lists.size).toBe(gatherCodeLists().size);
  expect(changes()).toBeGreaterThan(before);
});

it('leaves what ships in force where the keeper does not answer', async () => {
  const { lists, followed, be, gives } = page();
  gives(new Error('not now'));
  be(OPEN);
  expect(await followed.policy()).toEqual(ALONE);
  expect(lists.size).toBe(gatherCodeLists().size);
});
