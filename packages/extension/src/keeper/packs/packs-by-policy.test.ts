/** Packs and limits of a policy that changes while the vault is open: they act at once, for everybody. */
import type { CodeList } from '@cyber-prevent/core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RulesInForce } from '../../ports/packs.js';
import type { Policy } from '../../ports/services.js';
import { type MemoryWork, memoryWork } from '../../testing/memory-work.js';
import {
  FORCE,
  hostOn,
  limits,
  NO_PACKS,
  necessity,
  pack,
  pinnedByPolicy,
} from '../../testing/pack-bench.js';
import { day } from '../../testing/packs-under-test.js';
import { NO_POLICY } from '../policy.js';
import { packsInHand } from './packs-in-hand.js';

const PERIOD = {
  group: 'not-suspected',
  clearYears: 9,
  status: 'found',
  source: 'Procedure 12 of the force',
} as const;
const TEXT = await pack([necessity('Our own purpose'), limits(3)], 1, FORCE, {
  from: day('2020-01-02'),
});
const ISSUER = await pinnedByPolicy(FORCE);
const WITH: Policy = {
  ...NO_POLICY,
  packs: { isOnly: false, issuers: [ISSUER], files: [TEXT], recalls: [] },
};
const WITHOUT: Policy = {
  ...NO_POLICY,
  packs: NO_PACKS,
};
const RECALLED: Policy = {
  ...NO_POLICY,
  packs: {
    isOnly: false,
    issuers: [ISSUER],
    files: [TEXT],
    recalls: [
      {
        kind: 'time-limits',
        id: 'our-limits',
        versions: '*',
        reason: 'It was agreed for another year.',
        recalledOn: day('2026-12-01'),
      },
    ],
  },
};

describe('a policy that changes while the vault is open', () => {
  let given: Policy | Error;
  let told: Policy[];
  let work: MemoryWork;
  const opens = () =>
    packsInHand({
      work,
      host: hostOn(() => day('2026-12-01')),
      policy: async () => {
        if (given instanceof Error) throw given;
        return given;
      },
      onChange: (policy) => told.push(policy),
    });
  beforeEach(() => {
    given = NO_POLICY;
    told = [];
    work = memoryWork();
  });
  const isListed = (lists: Iterable<CodeList>) =>
    [...lists].some(({ codes }) => codes.some(({ code }) => code === 'our-purpose'));

  it('takes its packs in, recalls them, and trusts their issuer no more, by the first to ask', async () => {
    const packs = opens();
    expect((await packs.policy()).timeLimits).toBeUndefined();
    given = WITH;
    expect((await packs.policy()).timeLimits).toMatchObject([{ workingDays: 3 }]);
    expect(isListed(packs.lists.values())).toBe(true);
    given = RECALLED;
    expect((await packs.policy()).timeLimits).toBeUndefined();
    expect(isListed(packs.lists.values())).toBe(true);
    given = WITH;
    expect((await packs.policy()).timeLimits).toMatchObject([{ workingDays: 3 }]);
    given = WITHOUT;
    expect((await packs.inForce())?.rules.timeLimits).toBeUndefined();
    expect(told).toHaveLength(4);
  });

  it('is told with the rules of now, before anybody asks, and whatever in it has changed', async () => {
    const packs = opens();
    await packs.refresh();
    let heard = 0;
    const stop = packs.subscribe(() => {
      heard += 1;
    });
    given = { ...NO_POLICY, retention: [PERIOD] };
    await packs.reread();
    expect([heard, told.at(-1)?.retention]).toEqual([1, [PERIOD]]);
    given = { ...WITH, retention: [PERIOD] };
    await packs.reread();
    expect(told.at(-1)).toMatchObject({
      retention: [PERIOD],
      timeLimits: [{ id: 'first-contact' }],
    });
    stop();
    await packs.reread();
    expect(heard).toBe(2);
  });

  it('gives the lists of one reading with the rules of that one, to whoever asks meanwhile', async () => {
    const packs = opens();
    await packs.refresh();
    const answers: (RulesInForce | undefined)[] = [];
    const asks = async () => void answers.push(await packs.inForce());
    given = WITH;
    await Promise.all([asks(), packs.reread(), asks(), packs.refresh(), asks()]);
    expect(answers).toHaveLength(3);
    for (const answer of answers) {
      const hasLimit = answer?.rules.timeLimits !== undefined;
      expect(isListed(answer?.lists ?? [])).toBe(hasLimit);
    }
    expect(answers.at(-1)?.rules.timeLimits).toHaveLength(1);
  });

  it('acts for the rest where the packs cannot be read, which stay as they were', async () => {
    given = WITH;
    const packs = opens();
    await packs.refresh();
    work.failLoadsWith('The disk does not answer.');
    given = { ...WITH, retention: [PERIOD] };
    await packs.reread();
    expect(told.at(-1)).toMatchObject({ retention: [PERIOD], timeLimits: [{ workingDays: 3 }] });
  });

  it('that cannot be read takes nothing from anybody, and acts once it can be', async () => {
    given = { ...WITH, retention: [PERIOD] };
    const packs = opens();
    await packs.refresh();
    given = new Error('not now');
    await packs.reread();
    expect(told.at(-1)?.retention).toEqual([PERIOD]);
    expect(isListed(packs.lists.values())).toBe(true);
    given = NO_POLICY;
    expect((await packs.policy()).timeLimits).toBeUndefined();
  });
});
