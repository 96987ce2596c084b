import { expect, it } from 'vitest';
import { addDays } from '../shared/dates.js';
import { growth } from '../testing/growth.js';
import { codeListDefinition, day, packOf, TODAY, testIssuer } from '../testing/pack-under-test.js';
import { codeListsInForce } from './code-lists-in-force.js';
import { definitionsInForce } from './in-force.js';
import type { PacksHeld } from './packs-held.js';

const force = testIssuer('force');
const IDS = ['necessity', 'marking', 'agency', 'reason', 'purpose'];

/** Versions of one pack, a day apart; every fourth has one list that cannot be read, and a recall. */
function manyPacks(count: number): PacksHeld {
  const packs = Array.from({ length: count }, (_, nth) => {
    const ids = nth % 4 === 0 ? IDS.slice(1) : IDS;
    return packOf(force, {
      version: nth + 1,
      from: addDays(day('2024-01-01'), nth),
      definitions: ids.map((id) =>
        codeListDefinition({ one: `Words ${nth}`, two: 'Two' }, { id, version: `${nth + 1}.0.0` }),
      ),
      refused: nth % 4 === 0 ? [{ kind: 'code-list', id: 'necessity' }] : [],
      recalls:
        nth % 4 === 0
          ? [{ kind: 'code-list', id: 'reason', versions: `${nth}.0.0`, reason: 'It was wrong.' }]
          : [],
    });
  });
  return { shipped: [], packs, issuers: [force.pinned] };
}

it('costs what the number of packs and definitions explains', async () => {
  const [small, large] = [manyPacks(50), manyPacks(400)];
  expect(
    await growth(
      () => codeListsInForce(small, TODAY),
      () => codeListsInForce(large, TODAY),
      8,
    ),
  ).toBeLessThan(4);
  expect(
    await growth(
      () => definitionsInForce(small, TODAY),
      () => definitionsInForce(large, TODAY),
      8,
    ),
  ).toBeLessThan(4);
}, 60_000);

it('has one row for each stretch of days, however many packs there were', () => {
  const codes = codeListsInForce(manyPacks(40), TODAY).get('marking')?.codes ?? [];
  expect(codes.filter(({ code }) => code === 'two')).toEqual([
    { code: 'two', label: 'Two', from: '2024-01-01' },
  ]);
  expect(codes.filter(({ code }) => code === 'one')).toHaveLength(40);
});
