import { expect, it } from 'vitest';
import { addDays } from '../shared/dates.js';
import { growth } from '../testing/growth.js';
import {
  codeListDefinition,
  day,
  packOf,
  type TestIssuer,
  TODAY,
  testIssuer,
} from '../testing/pack-under-test.js';
import { codeListsInForce } from './code-lists-in-force.js';
import { definitionsInForce, recalledDefinitions } from './in-force.js';
import type { PacksHeld } from './packs-held.js';
import { shippedDefinitions } from './shipped-definitions.js';

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

it('names the issuer of a list that a pack gives, and no other', () => {
  const definition = codeListDefinition({ one: 'One' }, { id: 'marking' });
  const packs = [packOf(force, { definitions: [definition] })];
  const held: PacksHeld = { shipped: shippedDefinitions(), packs, issuers: [force.pinned] };
  const lists = codeListsInForce(held, TODAY);
  expect(lists.get('marking')?.givenBy).toEqual({ issuer: force.name, isOfficial: false });
  expect(lists.get('reason')).not.toHaveProperty('givenBy');
});

it('calls a list official only for an issuer whose key may', () => {
  const definition = {
    ...codeListDefinition({ one: 'One' }, { id: 'marking' }),
    standing: 'official' as const,
  };
  const may = testIssuer('national', 'The unit', {
    official: [{ kind: 'code-list', ids: ['marking'] }],
  });
  const givenBy = (issuer: TestIssuer) =>
    codeListsInForce(
      {
        shipped: shippedDefinitions(),
        packs: [packOf(issuer, { definitions: [definition] })],
        issuers: [issuer.pinned],
      },
      TODAY,
    ).get('marking')?.givenBy;
  expect(givenBy(may)).toEqual({ issuer: 'The unit', isOfficial: true });
  expect(givenBy(force)).toBeUndefined();
});

it('has the recalls of a list with the list that is in its place', () => {
  const held: PacksHeld = {
    shipped: shippedDefinitions(),
    packs: [],
    issuers: [],
    recalls: [
      { kind: 'code-list', id: 'reason', versions: '*', reason: 'Wrong.', recalledOn: TODAY },
    ],
  };
  expect(recalledDefinitions(held, TODAY)).toHaveLength(1);
  const definition = codeListDefinition({ one: 'One' }, { id: 'reason', version: '2.0.0' });
  const given = codeListsInForce(
    {
      ...held,
      packs: [packOf(force, { definitions: [definition] })],
      issuers: [force.pinned],
      recalls: [
        { kind: 'code-list', id: 'reason', versions: '<2.0', reason: 'Wrong.', recalledOn: TODAY },
      ],
    },
    TODAY,
  ).get('reason');
  expect(given?.givenBy?.issuer).toBe(force.name);
  expect(given?.recalls).toMatchObject([{ recalledOn: TODAY, reason: 'Wrong.' }]);
});

it('has one row for each stretch of days, however many packs there were', () => {
  const codes = codeListsInForce(manyPacks(40), TODAY).get('marking')?.codes ?? [];
  expect(codes.filter(({ code }) => code === 'two')).toEqual([
    { code: 'two', label: 'Two', from: '2024-01-01' },
  ]);
  expect(codes.filter(({ code }) => code === 'one')).toHaveLength(40);
});
