/** Laws of what is in force: over any packs, ranks, days and recalls. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codesInForce } from '../codes/code-list.js';
import { codeListDefinition, day, packOf, testIssuer } from '../testing/pack-under-test.js';
import { codeListsInForce } from './code-lists-in-force.js';
import { definitionsInForce, type PacksHeld, sourceKey } from './in-force.js';
import { ISSUER_RANKS, rankOrder } from './issuer.js';
import type { Definition, Pack } from './pack.js';
import { packChanges } from './pack-change.js';

const ISSUERS = [
  ...ISSUER_RANKS.map((rank) => testIssuer(rank)),
  testIssuer('force', 'Another force'),
];
const [, ...PINNED] = ISSUERS;
const IDS = ['necessity', 'marking'];
const DAYS = ['2026-10-01', '2026-11-01', '2026-11-30', '2026-12-01', '2027-01-01'].map(day);
const SHIPPED = IDS.map((id) => codeListDefinition({ shipped: 'Shipped' }, { id }));

const definition = fc
  .record({
    id: fc.constantFrom(...IDS),
    version: fc.constantFrom('1.0.0', '1.1.0', '2.0.0'),
    codes: fc.subarray(['one', 'two', 'three'], { minLength: 1 }),
    words: fc.constantFrom('Old words', 'New words'),
    from: fc.option(fc.constantFrom(...DAYS), { nil: undefined }),
  })
  .map(
    ({ codes, words, from, ...head }): Definition<'code-list'> => ({
      ...codeListDefinition(Object.fromEntries(codes.map((code) => [code, words])), head),
      ...(from ? { from } : {}),
    }),
  );

const pack = fc
  .record({
    issuer: fc.constantFrom(...ISSUERS),
    id: fc.constantFrom('first', 'second'),
    version: fc.integer({ min: 1, max: 4 }),
    from: fc.constantFrom(...DAYS),
    to: fc.option(fc.constantFrom(...DAYS), { nil: undefined }),
    definitions: fc.uniqueArray(definition, { selector: ({ id }) => id, maxLength: 2 }),
    recalled: fc.subarray(IDS),
    refused: fc.subarray(IDS),
  })
  .map(
    ({ issuer, to, recalled, refused, ...parts }): Pack => ({
      ...packOf(issuer, parts),
      ...(to && to >= parts.from ? { to } : {}),
      refused: refused
        .filter((id) => parts.definitions.every((each) => each.id !== id))
        .map((id) => ({ kind: 'code-list', id })),
      recalls: recalled.map((id) => ({
        kind: 'code-list',
        id,
        versions: '<2.0',
        reason: 'Two rows were swapped.',
      })),
    }),
  );

// Two packs of one version are refused when the second is taken in, and may still come from two devices.
const packs = fc.array(pack, { maxLength: 8 });
const held = (given: readonly Pack[]): PacksHeld => ({
  shipped: SHIPPED,
  packs: given,
  issuers: PINNED.map(({ pinned }) => pinned),
});
const on = fc.constantFrom(...DAYS);

it('does not depend on the order in which packs were taken in', () => {
  fc.assert(
    fc.property(packs, on, (given, today) => {
      const other = held([...given].reverse());
      expect(definitionsInForce(other, today)).toEqual(definitionsInForce(held(given), today));
      expect(codeListsInForce(other, today)).toEqual(codeListsInForce(held(given), today));
    }),
  );
});

it('has of each list the strongest that is in its days, not replaced and not recalled', () => {
  fc.assert(
    fc.property(packs, on, (given, today) => {
      const inForce = definitionsInForce(held(given), today);
      expect(inForce.map(({ definition: { id } }) => id).sort()).toEqual([...IDS].sort());
      expect(new Set(inForce.map(sourceKey)).size).toBe(IDS.length);
      for (const { definition: found, origin } of inForce) {
        const rank = origin ? rankOrder(origin.issuer.rank) : -1;
        for (const one of given.filter((each) => canBeUsed(each, given, today))) {
          const issuer = PINNED.find(({ signingKey }) => signingKey === one.issuer.signingKey);
          const own = one.definitions.find((each) => each.id === found.id);
          if (!issuer || !own || (own.from ?? today) > today) continue;
          const isRecalled =
            own.version !== '2.0.0' &&
            given.some(
              (each) =>
                each.issuer.signingKey === one.issuer.signingKey &&
                each.from <= today &&
                (each.id === one.id ? each.version > one.version : each.madeAt > one.madeAt) &&
                each.recalls.some(({ id }) => id === found.id),
            );
          if (!isRecalled) expect(rankOrder(issuer.pinned.rank)).toBeLessThanOrEqual(rank);
        }
      }
    }),
  );
});

it('uses nothing outside its days, and nothing of an issuer that is not pinned', () => {
  fc.assert(
    fc.property(packs, on, (given, today) => {
      for (const { definition: each, origin } of definitionsInForce(held(given), today)) {
        if (!origin) continue;
        expect(origin.pack.from <= today).toBe(true);
        expect(each.from === undefined || each.from <= today).toBe(true);
        expect(PINNED.map(({ signingKey }) => signingKey)).toContain(origin.issuer.signingKey);
      }
    }),
  );
});

it('keeps on each day what could be chosen then, in the words of then, whenever it is asked', () => {
  fc.assert(
    fc.property(packs, on, on, (given, one, other) => {
      const [then, now] = [one, other].sort() as [typeof one, typeof one];
      const [before, after] = [then, now].map((today) => codeListsInForce(held(given), today));
      if (!before || !after) return;
      for (const id of IDS) {
        const words = (lists: typeof before) =>
          codesInForce(lists, id, then)
            .map(({ code, label }) => `${code} ${label}`)
            .sort();
        for (const each of words(before)) expect(words(after)).toContain(each);
      }
    }),
  );
});

it('says of everything that differs with a pack that it does, and of nothing else', () => {
  fc.assert(
    fc.property(packs, pack, on, (given, added, today) => {
      const first = [added.from, today].sort()[1] as typeof today;
      const was = definitionsInForce(held(given), first);
      const will = definitionsInForce(held([...given, added]), first);
      const changes = packChanges(held(given), added, today);
      if (!PINNED.some(({ signingKey }) => signingKey === added.issuer.signingKey)) {
        expect(changes).toEqual([]);
        return;
      }
      for (const id of IDS) {
        const [before, after] = [was, will].map(
          (each) => each.find(({ definition: one }) => one.id === id)?.definition,
        );
        const said = changes.filter((each) => each.id === id).map(({ change }) => change);
        const isSaid = said.some((each) => !['outranked', 'not-in-force', 'same'].includes(each));
        if (before !== after && before?.value !== after?.value)
          expect([id, said.length > 0]).toEqual([id, true]);
        if (before === after) expect([id, isSaid]).toEqual([id, false]);
      }
    }),
  );
});

function canBeUsed(one: Pack, given: readonly Pack[], today: string): boolean {
  const isReplaced = given.some(
    (each) =>
      each.id === one.id &&
      each.issuer.signingKey === one.issuer.signingKey &&
      each.version > one.version &&
      each.from <= today,
  );
  return one.from <= today && (one.to === undefined || today <= one.to) && !isReplaced;
}
