/** Limits of packs, policy and release by the day on which something began: no later pack moves what was due. */
import { addDays, gatherTimeLimits, limitOn, type PlainDate } from '@cyber-prevent/core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Policy } from '../../ports/services.js';
import { type MemoryWork, memoryWork } from '../../testing/memory-work.js';
import { FORCE, hostOn, limits, NATION, pack, takesInAt } from '../../testing/pack-bench.js';
import { day, type TestIssuer } from '../../testing/packs-under-test.js';
import { NO_POLICY } from '../policy.js';
import { packsInHand } from './packs-in-hand.js';

const SHIPPED = gatherTimeLimits()['first-contact'].workingDays;

let today: PlainDate;
let work: MemoryWork;
beforeEach(() => {
  today = day('2026-12-01');
  work = memoryWork();
});

const hand = (policy: Policy = NO_POLICY) =>
  packsInHand({ work, host: hostOn(() => today), policy: async () => policy });

async function takesIn(
  workingDays: number,
  version: number,
  issuer: TestIssuer = FORCE,
  rank: 'force' | 'national' = 'force',
  to?: PlainDate,
): Promise<void> {
  const definition = limits(workingDays, `${version}.0.0`);
  const text = await pack([definition], version, issuer, to === undefined ? {} : { to });
  const pin = version === 1 ? ({ rank, compared: 'same' } as const) : undefined;
  expect(await takesInAt(await hand().desk(), text, pin)).toMatchObject({ ok: true });
}

/** Working days for what began on each day. */
async function daysFor(began: readonly string[], policy: Policy = NO_POLICY) {
  const packs = hand(policy);
  await packs.refresh();
  const { timeLimits, given } = await packs.policy();
  const limit = gatherTimeLimits(given?.limitsByDay ?? timeLimits ?? [])['first-contact'];
  return began.map((each) => limitOn(day(each), limit).workingDays);
}

describe('a limit of a pack', () => {
  it('counts for what begins from its first day on, and for nothing that began before', async () => {
    await takesIn(1, 1);
    expect(await daysFor(['2020-01-01', '2026-11-30', '2026-12-01', '2026-12-02'])).toEqual([
      SHIPPED,
      SHIPPED,
      1,
      1,
    ]);
  });

  it('keeps its place for what began under it when a newer version follows', async () => {
    await takesIn(1, 1);
    today = day('2026-12-10');
    await takesIn(30, 2);
    expect(await daysFor(['2026-11-30', '2026-12-01', '2026-12-09', '2026-12-10'])).toEqual([
      SHIPPED,
      1,
      1,
      30,
    ]);
  });

  it('leaves what begins after its last day to the limit that ships', async () => {
    await takesIn(1, 1, FORCE, 'force', day('2026-12-05'));
    today = day('2026-12-20');
    expect(await daysFor(['2026-11-30', '2026-12-05', '2026-12-06'])).toEqual([
      SHIPPED,
      1,
      SHIPPED,
    ]);
  });

  it('of the force says nothing while the national unit has one', async () => {
    await takesIn(2, 1, NATION, 'national');
    today = addDays(today, 5);
    await takesIn(9, 1);
    expect(await daysFor(['2026-11-30', '2026-12-01', '2026-12-06'])).toEqual([SHIPPED, 2, 2]);
  });

  it('leaves a limit of the policy, which has no first day, to count for everything before', async () => {
    await takesIn(2, 1, NATION, 'national');
    const own = { ...gatherTimeLimits()['first-contact'], workingDays: 4 };
    const policy = { ...NO_POLICY, timeLimits: [own] };
    expect(await daysFor(['2020-01-01', '2026-11-30', '2026-12-01'], policy)).toEqual([4, 4, 2]);
  });

  it('does not act before its day', async () => {
    await takesIn(1, 1);
    today = day('2026-11-30');
    expect(await daysFor(['2026-11-30', '2026-12-01'])).toEqual([SHIPPED, SHIPPED]);
  });
});
