/** Packs that decide no longer, or never: set aside, of a key that is not trusted, or against the force’s policy. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  AS_FORCE,
  AS_NATION,
  codesOf,
  type DeskBench,
  deskBench,
  FORCE,
  limits,
  NATION,
  NO_PACKS,
  necessity,
  pack,
  pinnedByPolicy,
} from '../../testing/pack-bench.js';
import { day, testIssuer } from '../../testing/packs-under-test.js';

let bench: DeskBench;
beforeEach(() => {
  bench = deskBench();
});

describe('a pack that the officer sets aside', () => {
  it('decides nothing from that day, and keeps its words for what was recorded before', async () => {
    await bench.takesIn(await pack([necessity('Our own purpose')]), AS_FORCE);
    bench.today = day('2026-12-08');
    const [held] = (await bench.desk.read()).packs;
    await bench.desk.setAside(held?.digest ?? '', 'It names the wrong unit.');
    const read = await bench.desk.read();
    expect(read.packs[0]?.setAside).toEqual({
      on: '2026-12-08',
      reason: 'It names the wrong unit.',
    });
    expect(read.inForce.filter(({ pack: of }) => of !== undefined)).toEqual([]);
    expect(await bench.labelOf('our-purpose')).toMatchObject({
      from: '2026-12-01',
      to: '2026-12-07',
    });
  });

  it('is put back on the same day, and on no later one', async () => {
    await bench.takesIn(await pack([limits(3)]), AS_FORCE);
    const [held] = (await bench.desk.read()).packs;
    const inForce = async () =>
      (await bench.desk.read()).inForce.some(({ id }) => id === 'our-limits');
    await bench.desk.setAside(held?.digest ?? '', 'By mistake');
    expect(await inForce()).toBe(false);
    expect(await bench.desk.putBack(held?.digest ?? '')).toMatchObject({ ok: true });
    expect(await inForce()).toBe(true);
    await bench.desk.setAside(held?.digest ?? '', 'Meant');
    bench.today = day('2026-12-02');
    expect(await codesOf(bench.desk.putBack(held?.digest ?? ''))).toEqual(['pack-aside-earlier']);
    expect(await codesOf(bench.desk.putBack('another'))).toEqual(['pack-not-here']);
  });
});

it('trusts a key that the officer pinned no longer, from that day', async () => {
  await bench.takesIn(await pack([necessity('Our own purpose')]), AS_FORCE);
  bench.today = day('2026-12-03');
  expect(await bench.desk.distrust(FORCE.signingKey)).toMatchObject({ ok: true });
  const read = await bench.desk.read();
  expect(read.issuers).toMatchObject([{ name: FORCE.name, recalledOn: '2026-12-03' }]);
  expect(read.recalled).toMatchObject([
    { id: 'necessity', reason: 'The key of Wendingshire cyber unit is no longer trusted.' },
  ]);
  expect((await bench.labelOf('our-purpose'))?.to).toBe('2026-12-02');
  const next = await pack([necessity('Once more', '1.2.0')], 2);
  expect(await codesOf(bench.takesIn(next, undefined))).toEqual(['pack-key-recalled']);
});

describe('the force’s policy', () => {
  it('gives packs to every officer, once, and names what is wrong with one by its row', async () => {
    const text = await pack([necessity('Our own purpose')]);
    bench.given = { ...NO_PACKS, issuers: [await pinnedByPolicy(FORCE)], files: ['{', text] };
    const read = await bench.desk.read();
    expect(read.packs).toMatchObject([{ by: 'policy', rank: 'force', takenInOn: '2026-12-01' }]);
    expect(read.policyFaults).toMatchObject([{ row: 1, issues: [{ code: 'pack-unreadable' }] }]);
    bench.today = day('2026-12-09');
    bench.reopen();
    expect((await bench.desk.read()).packs).toMatchObject([{ takenInOn: '2026-12-01' }]);
  });

  it('may let in the packs of its own issuers alone: the officer’s are no longer in force', async () => {
    await bench.takesIn(await pack([limits(3)]), AS_FORCE);
    bench.today = day('2026-12-02');
    bench.given = {
      ...NO_PACKS,
      isOnly: true,
      issuers: [await pinnedByPolicy(NATION, 'national')],
    };
    const other = await testIssuer('Another');
    expect(await codesOf(bench.takesIn(await pack([limits(3)], 1, other), AS_FORCE))).toEqual([
      'pack-only-of-policy',
    ]);
    expect(
      await bench.takesIn(await pack([necessity('National')], 1, NATION), undefined),
    ).toMatchObject({
      ok: true,
    });
    const read = await bench.desk.read();
    expect(read.inForce.flatMap(({ issuer }) => issuer?.name ?? [])).toEqual(['The national unit']);
    expect(read.recalled).toMatchObject([{ id: 'our-limits', recalledOn: '2026-12-02' }]);
  });

  it('recalls a definition, whoever issued it', async () => {
    await bench.takesIn(await pack([limits(3)]), AS_FORCE);
    const recall = { kind: 'time-limits', id: 'our-limits', versions: '*' };
    bench.given = {
      ...NO_PACKS,
      recalls: [{ ...recall, reason: 'Too short.', recalledOn: bench.today }],
    };
    expect((await bench.desk.read()).recalled).toMatchObject([
      { id: 'our-limits', reason: 'Too short.' },
    ]);
  });

  it('loses nobody’s trust while it cannot be read, and goes on recalling and keeping others out', async () => {
    const recall = { kind: 'time-limits', id: 'our-limits', versions: '*', reason: 'Too short.' };
    bench.given = {
      isOnly: true,
      issuers: [await pinnedByPolicy(FORCE)],
      files: [await pack([limits(3)])],
      recalls: [{ ...recall, recalledOn: bench.today }],
    };
    const before = await bench.desk.read();
    bench.given = new Error('not now');
    const read = await bench.desk.read();
    expect(read.issuers).toMatchObject([{ name: FORCE.name }]);
    expect(read.issuers[0]?.recalledOn).toBeUndefined();
    expect([read.isOnly, read.recalled]).toEqual([true, before.recalled]);
    expect(await codesOf(bench.takesIn(await pack([limits(3)], 1, NATION), AS_NATION))).toEqual([
      'pack-only-of-policy',
    ]);
  });
});
