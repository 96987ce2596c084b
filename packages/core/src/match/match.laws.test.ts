/** Laws for any values of two persons. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildId } from '../testing/fiction/builder.js';
import { HOSTILE_TEXTS } from '../testing/fiction/hostile-text.js';
import { growth } from '../testing/growth.js';
import { compare } from './compare.js';
import { matchIndex } from './match-index.js';
import { MATCH_KINDS, type MatchPerson, type MatchValue } from './person.js';
import { turned } from './reason.js';

const TEXTS: Readonly<Record<MatchValue['kind'], readonly string[]>> = {
  name: [
    'Morgan Vael',
    'VAEL, Morgan',
    'Bill Carter-Vael',
    'William Vael',
    'Zoë',
    'M Veal',
    'Vael Morgan',
  ],
  bornOn: ['2009-03-14', '2009-03-15', '2008-03-14', '2009-04-03', '2009-03-04'],
  reference: ['NCCU/2026/0417', 'nccu 2026 0417', 'R-1001'],
  handle: ['RowanV', 'rowanv', '@rowanv', 'u/rowanv'],
  email: ['rowan.vael@example.org', 'rowan.vael@example.net', 'rowan.veal@example.org'],
  phone: ['07700 900415', '+447700900415', '07700 900416'],
  address: ['7 Sample Row\nTestford', '7 Sample Rwo, Testford', '12 Orchard Way'],
};

const aValue: fc.Arbitrary<MatchValue> = fc.constantFrom(...MATCH_KINDS).chain((kind) =>
  fc.record(
    {
      kind: fc.constant(kind),
      text: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...TEXTS[kind]) },
        { weight: 2, arbitrary: fc.string({ unit: 'grapheme' }) },
        { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
      ),
      platform: fc.constantFrom('discord', 'forum', 'reddit'),
      postcode: fc.constantFrom('ZZ99 3WZ', 'ZZ99 7AA'),
    },
    { requiredKeys: ['kind', 'text'] },
  ),
);
const aPerson: fc.Arbitrary<MatchPerson> = fc.record({
  values: fc.array(aValue, { maxLength: 8 }),
});

describe('a comparison', () => {
  it('says the same from either side', () => {
    fc.assert(
      fc.property(aPerson, aPerson, (a, b) => {
        expect(plain(turned(compare(a, b)))).toEqual(plain(compare(b, a)));
      }),
      { numRuns: 2000 },
    );
  });

  it('has nothing against a person and themselves, and a reason as soon as anything can be compared', () => {
    fc.assert(
      fc.property(aPerson, (a) => {
        const { reasons, against } = compare(a, a);
        expect(against).toEqual([]);
        const isKnown = a.values.some(({ kind, text }) => TEXTS[kind].includes(text));
        if (isKnown) expect(reasons).not.toEqual([]);
      }),
    );
  });

  it('gives no reason that is not said by both', () => {
    fc.assert(
      fc.property(aPerson, aPerson, (a, b) => {
        const { reasons, against } = compare(a, b);
        for (const { found, held } of [
          ...reasons.flatMap(({ said }) => said),
          ...against.map(({ said }) => said),
        ]) {
          expect(a.values).toContain(found);
          expect(b.values).toContain(held);
          expect(found.kind).toBe(held.kind);
        }
      }),
    );
  });

  it('makes nothing of what one of them does not say', () => {
    fc.assert(
      fc.property(aPerson, aPerson, fc.constantFrom(...MATCH_KINDS), (a, b, kind) => {
        const silent = { values: b.values.filter((value) => value.kind !== kind) };
        const { reasons, against } = compare(a, silent);
        const said = [
          ...reasons.flatMap((reason) => reason.said),
          ...against.map((each) => each.said),
        ];
        expect(said.filter(({ found }) => found.kind === kind)).toEqual([]);
      }),
    );
  });

  it('comes to an end, whatever is handed in', async () => {
    const everything = (texts: readonly string[]): MatchPerson => ({
      values: MATCH_KINDS.flatMap((kind) =>
        texts.map((text) => ({ kind, text, given: text, family: text, postcode: text })),
      ),
    });
    const findThemselves = (person: MatchPerson) => {
      compare(person, person);
      const index = matchIndex();
      index.put({ id: buildId(), ...person });
      index.search(person);
    };
    // In two parts, since only a limited number of values of a kind is compared.
    for (const texts of [HOSTILE_TEXTS.slice(0, 30), HOSTILE_TEXTS.slice(30)])
      findThemselves(everything(texts));
    expect(Object.prototype).not.toHaveProperty('polluted');
    const endless = (letters: number) => {
      const same = 'a'.repeat(letters);
      const texts = [same, `${same}@${same}`, `${'-'.repeat(letters)}x`, '@'.repeat(letters)];
      return () => findThemselves(everything(texts));
    };
    // Three times the cost that the length accounts for: a search restarted at each letter goes far beyond.
    expect(await growth(endless(2000), endless(20_000), 10)).toBeLessThan(3);
  });
});

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
