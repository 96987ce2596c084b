import { expect, it } from 'vitest';
import type { RecordId } from '../shared/primitives.js';
import type { HeldPerson, MatchKind } from './person.js';
import { alikeTogether } from './together-doubt.js';

type Values = Readonly<Partial<Record<MatchKind, string>>>;

async function alike(...people: readonly Values[]): Promise<readonly (readonly string[])[]> {
  const held = people.map(
    (values, nth): HeldPerson => ({
      id: String(nth) as RecordId,
      values: Object.entries(values).map(([kind, text]) => ({ kind: kind as MatchKind, text })),
    }),
  );
  const found = await alikeTogether(held);
  return held.map(({ id }) => found.get(id) ?? []);
}

const CALLUM: Values = { name: 'Callum Oakshott', bornOn: '2008-02-20' };
const YUSRA: Values = { name: 'Yusra Blythe', bornOn: '2011-10-31' };

it('asks about nobody of unlike names and births', async () => {
  expect(await alike(CALLUM, YUSRA)).toEqual([[], []]);
});

it.each([
  ['reference', 'CC-2025-0104', 'cc 2025 0104'],
  ['handle', '@gl1tchfox', 'GL1TCHFOX'],
  ['email', 'Home.Desk@example.org', 'home.desk@example.org'],
] as const)('asks about two of one %s, whatever else differs', async (kind, one, other) => {
  expect(await alike({ ...CALLUM, [kind]: one }, { ...YUSRA, [kind]: other })).toEqual([
    ['1'],
    ['0'],
  ]);
});

it('does not ask about a family for its telephone', async () => {
  const phone = '020 7946 0111';
  expect(await alike({ ...CALLUM, phone }, { ...YUSRA, phone })).toEqual([[], []]);
});

it('asks about the same words in a name in another order, and about an initial with a dot', async () => {
  expect(await alike(CALLUM, { name: 'Oakshott, Callum' })).toEqual([['1'], ['0']]);
  for (const name of ['C. Oakshott', 'C.J. Oakshott', 'C Oakshott'])
    expect([name, await alike(CALLUM, { ...CALLUM, name })]).toEqual([name, [['1'], ['0']]]);
});
