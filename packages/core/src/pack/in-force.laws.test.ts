/** Laws of what is in force: over any packs, ranks, days and recalls. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../shared/dates.js';
import { codeListsInForce } from './code-lists-in-force.js';
import { definitionsInForce, type PacksHeld, recalledDefinitions, sourceKey } from './in-force.js';
import { ISSUER_RANKS, rankOrder } from './issuer.js';
import type { Definition, Pack } from './pack.js';
import { codeListDefinition, day, packOf, testIssuer } from './pack-under-test.js';

const ISSUERS = [
  ...ISSUER_RANKS.map((rank) => testIssuer(rank)),
  testIssuer('force', 'Another force'),
];
const IDS = ['necessity', 'marking'];
const DAYS = ['2026-10-01', '2026-11-01', '2026-11-30', '2026-12-01', '2027-01-01'].map(day);
const SHIPPED = IDS.map((id) => codeListDefinition({ shipped: 'Shipped' }, { id }));

const definition = fc
  .record({
    id: fc.constantFrom(...IDS),
    version: fc.constantFrom('1.0.0', '1.1.0', '2.0.0'),
    codes: fc.subarray(['one', 'two', 'three'], { minLength: 1 }),
    from: fc.option(fc.constantFrom(...DAYS), { nil: undefined }),
  })
  .map(({ codes, from, ...head }): Definition => ({
    ...codeListDefinition(Object.fromEntries(codes.map((code) => [code, code])), head),
    ...(from ? { from } : {}),
  }));

const pack = fc
  .record({
    issuer: fc.constantFrom(...ISSUERS),
    id: fc.constantFrom('first', 'second'),
    version: fc.integer({ min: 1, max: 4 }),
    from: fc.constantFrom(...DAYS),
    to: fc.option(fc.constantFrom(...DAYS), { nil: undefined }),
    definitions: fc.uniqueArray(definition, { selector: ({ id }) => id, maxLength: 2 }),
    recalled: fc.subarray(IDS),
  })
  .map(({ issuer, to, recalled, ...parts }): Pack => ({
    ...packOf(issuer, parts),
    ...(to && to >= parts.from ? { to } : {}),
    recalls: recalled.map((id) => ({
      kind: 'code-list',
      id,
      versions: '<2.0',
      reason: 'Two rows were swapped.',
    })),
  }));

const packs = fc.uniqueArray(pack, {
  selector: ({ issuer, id, version }) => `${issuer.signingKey} ${id} ${version}`,
  maxLength: 8,
});
const held = (given: readonly Pack[]): PacksHeld => ({
  shipped: SHIPPED,
  packs: given,
  issuers: ISSUERS.map(({ pinned }) => pinned),
});
const on = fc.constantFrom(...DAYS);

it('does not depend on the order in which packs were taken in', () => {
  fc.assert(
    fc.property(packs, on, (given, today) => {
      expect(definitionsInForce(held([...given].reverse()), today)).toEqual(
        definitionsInForce(held(given), today),
      );
    }),
  );
});

it('has one definition of an id, of the strongest issuer that has one in force', () => {
  fc.assert(
    fc.property(packs, on, (given, today) => {
      const inForce = definitionsInForce(held(given), today);
      expect(new Set(inForce.map(sourceKey)).size).toBe(inForce.length);
      for (const { origin, displaced } of inForce) {
        const rank = origin ? rankOrder(origin.issuer.rank) : -1;
        for (const each of displaced)
          expect(each.origin ? rankOrder(each.origin.issuer.rank) : -1).toBeLessThanOrEqual(rank);
      }
      // Something is always in force: what ships, unless a pack displaces it.
      expect(inForce.map(({ definition: { id } }) => id).sort()).toEqual([...IDS].sort());
    }),
  );
});

it('uses nothing outside its days, nothing recalled, and nothing of an issuer that is not pinned', () => {
  fc.assert(
    fc.property(packs, on, (given, today) => {
      const [unpinned] = ISSUERS;
      const some = {
        ...held(given),
        issuers: ISSUERS.filter((each) => each !== unpinned).map(({ pinned }) => pinned),
      };
      const recalled = recalledDefinitions(some, today).map(({ definition: each }) => each);
      for (const { definition: each, origin } of definitionsInForce(some, today)) {
        if (!origin) continue;
        const from = given.find(({ definitions }) => definitions.includes(each));
        expect(from && from.from <= today && (from.to === undefined || today <= from.to)).toBe(true);
        expect(each.from === undefined || each.from <= today).toBe(true);
        expect(recalled).not.toContain(each);
        expect(origin.issuer.signingKey).not.toBe(unpinned?.signingKey);
      }
    }),
  );
});

it('never brings back an earlier version of a pack once a later one has begun', () => {
  fc.assert(
    fc.property(packs, on, (given, today) => {
      for (const { origin } of definitionsInForce(held(given), today)) {
        if (!origin) continue;
        const later = given.filter(
          (each) =>
            each.issuer.signingKey === origin.issuer.signingKey &&
            each.id === origin.pack.id &&
            each.version > origin.pack.version &&
            each.from <= today,
        );
        expect(later).toEqual([]);
      }
    }),
  );
});

it('keeps the words of every code that was ever in a list, and lets none be chosen that was left out', () => {
  fc.assert(
    fc.property(packs, on, (given, today) => {
      const lists = codeListsInForce(held(given), today);
      const inForce = definitionsInForce(held(given), today);
      const everyDefinition = [...SHIPPED, ...given.flatMap(({ definitions }) => definitions)];
      for (const each of everyDefinition) {
        if (each.kind !== 'code-list') continue;
        const list = lists.get(each.id);
        const chosen = inForce.find(({ definition: { id } }) => id === each.id)?.definition;
        for (const { code } of each.value.codes) {
          const row = list?.codes.find((one) => one.code === code);
          expect(row).toBeDefined();
          const isIn =
            chosen?.kind === 'code-list' && chosen.value.codes.some((one) => one.code === code);
          if (!isIn) expect(row?.to).toBe(addDays(today, -1));
        }
      }
    }),
  );
});
