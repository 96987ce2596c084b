/** Laws of bringing the packs of backups together: the order makes no difference, and nothing is stronger than it was. */
import { canonical } from '@cyber-prevent/core';
import { ISSUER_RANKS, issuersByKey, type PinnedIssuer } from '@cyber-prevent/core/pack';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, instant } from '../../testing/packs-under-test.js';
import { mergeOther, mergeOwn } from './merge-packs.js';
import { type KeptRow, NO_PACKS, type PacksKept } from './pack-shelf.js';

const TODAY = day('2026-12-20');
const NOW = { today: TODAY, now: instant('2026-12-20T12:00:00.000Z') };
const KEYS = ['key-a', 'key-b', 'key-c'];

const anyDay = fc
  .integer({ min: 1, max: 19 })
  .map((nth) => day(`2026-12-${String(nth).padStart(2, '0')}`));
const anyInstant = anyDay.map((on) => instant(`${on}T09:00:00.000Z`));
const anyAside = fc.record({
  on: anyDay,
  at: anyInstant,
  reason: fc.constantFrom('Not agreed yet', 'Wrong limit'),
});
const anyRow = fc
  .record({
    pack: fc.integer({ min: 0, max: 5 }),
    takenInOn: anyDay,
    takenInAt: anyInstant,
    by: fc.constantFrom('officer' as const, 'policy' as const),
    isHistory: fc.boolean(),
    setAside: fc.option(anyAside, { nil: undefined }),
  })
  .map(
    ({ pack, isHistory, setAside, ...row }): KeptRow => ({
      digest: `digest-${pack}`,
      signingKey: KEYS[pack % KEYS.length] ?? '',
      ...row,
      ...(isHistory ? { isHistory } : {}),
      ...(setAside ? { setAside } : {}),
    }),
  );
/** A key as a vault has it: compared by the officer, given by its policy, trusted no longer, or unknown. */
const anyTrust = fc.record({
  by: fc.constantFrom(
    'officer' as const,
    'policy' as const,
    'nobody' as const,
    'distrusted' as const,
  ),
  rank: fc.constantFrom(...ISSUER_RANKS),
  pinnedOn: anyDay,
  recalledOn: anyDay,
  official: fc.constantFrom<string[]>([], ['*'], ['necessity'], ['necessity', 'reason']),
});
const anyKept = fc
  .record({
    rows: fc.uniqueArray(anyRow, { selector: ({ digest }) => digest, maxLength: 6 }),
    trust: fc.tuple(anyTrust, anyTrust, anyTrust),
    isOnly: fc.boolean(),
  })
  .map(({ rows, trust, isOnly }): PacksKept => {
    const issuers: PinnedIssuer[] = [];
    const pins: PinnedIssuer[] = [];
    const distrusts: string[] = [];
    for (const [nth, { by, rank, pinnedOn, recalledOn, official }] of trust.entries()) {
      if (by === 'nobody') continue;
      const signingKey = KEYS[nth] ?? '';
      const issuer = { signingKey, name: `Issuer ${nth}`, rank, pinnedOn };
      const isOfficial = by === 'policy' && official.length > 0;
      issuers.push({
        ...issuer,
        ...(by === 'distrusted' ? { recalledOn } : {}),
        ...(isOfficial ? { official: [{ kind: 'code-list', ids: [...official] }] } : {}),
      });
      if (by === 'officer') pins.push(issuer);
      if (by === 'distrusted') distrusts.push(signingKey);
    }
    return { ...NO_PACKS, issuers, pins, distrusts, packs: rows, isOnly };
  });

const rowIn = ({ packs }: PacksKept, digest: string) =>
  packs.find((each) => each.digest === digest);
const rankIn = ({ issuers }: Pick<PacksKept, 'issuers'>, key: string): number => {
  const issuer = issuersByKey(issuers).get(key);
  return issuer === undefined || issuer.recalledOn !== undefined
    ? -1
    : ISSUER_RANKS.indexOf(issuer.rank);
};
const pinIn = ({ pins }: PacksKept, key: string): number => {
  const pin = pins.find(({ signingKey }) => signingKey === key);
  return pin ? ISSUER_RANKS.indexOf(pin.rank) : -1;
};
const byName = <T extends object>(rows: readonly T[], name: keyof T): readonly T[] =>
  [...rows].sort((one, other) => (String(one[name]) < String(other[name]) ? -1 : 1));
/** All of it in one order: the order of packs and keys means nothing. */
const written = (kept: PacksKept) =>
  canonical({
    ...kept,
    packs: byName(kept.packs, 'digest'),
    issuers: byName(kept.issuers, 'signingKey'),
    pins: byName(kept.pins, 'signingKey'),
  });

describe('two states of one vault', () => {
  it('give the same in any order, and again', () => {
    fc.assert(
      fc.property(anyKept, anyKept, anyKept, (one, two, three) => {
        const all = written(mergeOwn(mergeOwn(mergeOwn(NO_PACKS, one), two), three));
        expect(written(mergeOwn(mergeOwn(mergeOwn(NO_PACKS, three), two), one))).toBe(all);
        expect(written(mergeOwn(mergeOwn(mergeOwn(NO_PACKS, two), one), three))).toBe(all);
        const merged = mergeOwn(mergeOwn(mergeOwn(NO_PACKS, one), two), three);
        expect(written(mergeOwn(merged, two))).toBe(all);
      }),
    );
  });

  it('come back exactly where nothing is held', () => {
    fc.assert(
      fc.property(anyKept, (there) => {
        const back = mergeOwn(NO_PACKS, there);
        expect(back.packs).toEqual(there.packs);
        expect(back.issuers).toEqual(there.issuers);
        expect(back.pins).toEqual(there.pins);
      }),
    );
  });

  it('never give a pack that acts sooner, comes back from being set aside, or a key of a higher rank', () => {
    fc.assert(
      fc.property(anyKept, anyKept, (here, there) => {
        const merged = mergeOwn(here, there);
        for (const state of [here, there]) {
          for (const row of state.packs) {
            const now = rowIn(merged, row.digest);
            expect(now && now.takenInOn >= row.takenInOn).toBe(true);
            if (row.isHistory) expect(now?.isHistory).toBe(true);
            if (row.setAside)
              expect(now?.setAside && now.setAside.on <= row.setAside.on).toBe(true);
          }
          for (const key of state.distrusts) {
            expect(pinIn(merged, key)).toBe(-1);
            expect(rankIn(merged, key)).toBe(-1);
          }
        }
        for (const key of KEYS) {
          expect(rankIn(merged, key)).toBeLessThanOrEqual(
            Math.max(rankIn(here, key), rankIn(there, key)),
          );
          const pinned = [pinIn(here, key), pinIn(there, key)].filter((rank) => rank >= 0);
          if (pinned.length > 0)
            expect(pinIn(merged, key)).toBeLessThanOrEqual(Math.min(...pinned));
        }
      }),
    );
  });
});

describe('the packs of two other vaults', () => {
  it('give the same in any order, and again', () => {
    fc.assert(
      fc.property(anyKept, anyKept, anyKept, (here, one, two) => {
        const first = mergeOther(mergeOther(here, one, NOW), two, NOW);
        const second = mergeOther(mergeOther(here, two, NOW), one, NOW);
        expect(byName(second.packs, 'digest')).toEqual(byName(first.packs, 'digest'));
        expect(byName(second.pins, 'signingKey')).toEqual(byName(first.pins, 'signingKey'));
        expect(second.distrusts).toEqual(first.distrusts);
        for (const key of KEYS) expect(rankIn(second, key)).toBe(rankIn(first, key));
        expect(mergeOther(first, one, NOW).packs).toEqual(first.packs);
      }),
    );
  });

  it('change nothing about a day before the one on which they come', () => {
    fc.assert(
      fc.property(anyKept, anyKept, (here, there) => {
        const merged = mergeOther(here, there, NOW);
        for (const row of merged.packs) {
          const own = rowIn(here, row.digest);
          expect(row.takenInOn).toBe(own?.takenInOn ?? TODAY);
          expect(row.isHistory).toBe(own ? own.isHistory : rowIn(there, row.digest)?.isHistory);
          if (!own?.setAside && row.setAside) expect(row.setAside.on).toBe(TODAY);
          if (own?.setAside) expect(row.setAside).toEqual(own.setAside);
          if (rowIn(there, row.digest)?.setAside) expect(row.setAside).toBeDefined();
        }
      }),
    );
  });

  it('leave the keys of the policy here as they are, unless trust was taken away there', () => {
    fc.assert(
      fc.property(anyKept, anyKept, (here, there) => {
        const merged = mergeOther(here, there, NOW);
        for (const issuer of here.issuers) {
          const { signingKey: key, recalledOn } = issuer;
          if (recalledOn !== undefined || pinIn(here, key) >= 0) continue;
          if (there.distrusts.includes(key)) continue;
          expect(merged.issuers).toContainEqual(issuer);
          expect(pinIn(merged, key)).toBe(-1);
        }
      }),
    );
  });

  it('bring no trust that only their policy gave, and none that either vault took away', () => {
    fc.assert(
      fc.property(anyKept, anyKept, (here, there) => {
        const merged = mergeOther(here, there, NOW);
        for (const key of KEYS) {
          const most = Math.max(rankIn(here, key), pinIn(there, key));
          expect(rankIn(merged, key)).toBeLessThanOrEqual(most);
          const isGone = [here, there].some(({ distrusts }) => distrusts.includes(key));
          if (isGone) expect([rankIn(merged, key), pinIn(merged, key)]).toEqual([-1, -1]);
        }
      }),
    );
  });
});
