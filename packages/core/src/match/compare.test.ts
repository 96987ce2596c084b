import { describe, expect, it } from 'vitest';
import { compare } from './compare.js';
import type { MatchPerson, MatchValue } from './person.js';
import type { Reason } from './reason.js';

type Said = Readonly<Partial<Record<MatchValue['kind'], string | Omit<MatchValue, 'kind'>>>>;

function person(said: Said): MatchPerson {
  return {
    values: Object.entries(said).map(([kind, value]) => ({
      kind: kind as MatchValue['kind'],
      ...(typeof value === 'string' ? { text: value } : value),
    })),
  };
}

function why(found: Said, held: Said): readonly string[] {
  const { reasons, against } = compare(person(found), person(held));
  return [
    ...reasons.map(({ kind, how, strength }: Reason) => `${strength} ${kind}: ${how.join(' ')}`),
    ...against.map(({ kind }) => `against ${kind}`),
  ];
}

const MORGAN: Said = { name: 'Morgan Vael', bornOn: '2009-03-14' };

describe('two persons compared', () => {
  it('gives surname and date of birth as one reason, with both values of both sides', () => {
    const { reasons } = compare(person(MORGAN), person(MORGAN));
    const both = reasons.find(({ kind }) => kind === 'surname-and-birth-date');
    expect(both?.strength).toBe('strong');
    expect(both?.said.map(({ found, held }) => [found.text, held.text])).toEqual([
      ['Morgan Vael', 'Morgan Vael'],
      ['2009-03-14', '2009-03-14'],
    ]);
  });

  it.each([
    ['REF/2026/0417', 'ref 2026-0417', 'strong reference: same'],
    ['12', '12', undefined],
    ['None', 'None', undefined],
  ])('compares the references %s and %s as %s', (one, other, said) => {
    expect(why({ reference: one }, { reference: other })).toEqual(said ? [said] : []);
  });

  it.each([
    ['discord', 'RowanV', 'discord', 'rowanv', 'strong handle: same'],
    ['discord', '@rowanv#0', 'discord', 'rowanv', 'strong handle: same'],
    ['reddit', 'u/rowanv', 'reddit', 'https://www.reddit.com/user/RowanV/', 'strong handle: same'],
    ['forum', 'RowanV', 'forum', 'rowanv', 'weak handle: capitals'],
    ['discord', 'rowanv', 'telegram', 'rowanv', 'weak handle: other-platform'],
    ['discord', 'rowanv', undefined, 'rowanv', 'weak handle: other-platform'],
    ['discord', 'rowanv', 'discord', 'rowanw', undefined],
  ])('compares %s %s with %s %s as the platform does: %s', (on, one, otherOn, other, said) => {
    const handle = (text: string, platform: string | undefined): Said => ({
      handle: { text, ...(platform ? { platform } : {}) },
    });
    expect(why(handle(one, on), handle(other, otherOn))).toEqual(said ? [said] : []);
  });

  it.each([
    ['07700 900415', '+447700900415', 'moderate phone: same'],
    ['07700 900415', '07700 900416', undefined],
  ])('compares the numbers %s and %s as %s', (one, other, said) => {
    expect(why({ phone: one }, { phone: other })).toEqual(said ? [said] : []);
  });

  it.each([
    ['Rowan.Vael@Example.org', 'rowan.vael@example.org', 'strong email: same'],
    ['rowan.vael@example.org', 'rowan.vael@example.net', 'weak email: part'],
    ['rowan.vael@example.org', 'rowan.veal@example.org', 'weak email: one-letter'],
    ['a@example.org', 'b@example.org', undefined],
  ])('compares the addresses %s and %s as %s', (one, other, said) => {
    expect(why({ email: one }, { email: other })).toEqual(said ? [said] : []);
  });

  it.each([
    ['Zoë Ó Briain', 'Zoe OBriain', 'moderate name: spelling'],
    ['VAEL, Morgan (M)', 'Mr Morgan Vael', 'moderate name: same'],
    ['William Vael', 'Bill Vael', 'weak name: short-form'],
    ['W Vael', 'William Vael', 'weak name: initial'],
    ['Morgan Vael', 'Vael Morgan', 'weak name: swapped'],
    ['Jude Reuben Ashcombe', 'Reuben Ashcombe', 'weak name: middle'],
    ['Tamsin Aoife Vael', 'Tamsin Vael', 'moderate name: shorter'],
    ['Tamsin Aoife Ivy Vael', 'TAMSIN IVY VAEL', 'moderate name: shorter'],
    ['Tamsin Aoife Ivy Vael', 'Tamsin A Vael', 'moderate name: shorter'],
    ['Tamsin Aoife Vael', 'Tamsin A. Vael', 'moderate name: initial'],
    ['Tamsin Aoife Vael', 'Tamsin Ivy Vael', 'moderate name: other-middle'],
    ['Tamsin Aoife Vael', 'Tamsín Vael', 'moderate name: spelling shorter'],
    ['Isla Carter-Vael', 'Isla Vael-Carter', 'weak name: order'],
    ['Isla Carter-Vael', 'Isla Vael', 'weak name: part'],
    ['Isla Carter', 'Isla Cartre', 'weak name: letters-swapped'],
    ['Isla Carter', 'Isla Carver', 'weak name: one-letter'],
    ['Ada Vael', 'Ida Vael', 'against forename'],
    ['Ada Vael', 'Ada Thorne', 'against surname'],
  ])('finds the names %s and %s alike: %s', (one, other, said) => {
    expect(why({ name: one }, { name: other })).toEqual([said]);
  });

  it.each([
    ['2009-03-04', '2009-04-03', 'weak birth-date: day-and-month'],
    ['2009-03-14', '2008-03-14', 'weak birth-date: one-digit'],
    ['2009-03-12', '2009-03-21', 'weak birth-date: digits-swapped'],
  ])(
    'finds the dates %s and %s near, and says all the same that they differ',
    (one, other, said) => {
      expect(why({ bornOn: one }, { bornOn: other })).toEqual([said, 'against birth-date']);
    },
  );

  it('says that dates differ which are not near', () => {
    expect(why({ bornOn: '2009-03-14' }, { bornOn: '2012-11-02' })).toEqual(['against birth-date']);
  });

  it('names the same name where both have it, and not a shorter form of it', () => {
    const names = (...texts: readonly string[]): MatchPerson => ({
      values: texts.map((text) => ({ kind: 'name', text })),
    });
    for (const held of [
      ['Tamsin Aoife Vael', 'Tamsin Vael'],
      ['Tamsin Vael', 'Tamsin Aoife Vael'],
    ]) {
      const { reasons } = compare(names('Tamsin Vael'), names(...held));
      expect(reasons.map(({ how, said }) => [how, said[0]?.held.text])).toEqual([
        [['same'], 'Tamsin Vael'],
      ]);
    }
  });

  it('shows the address that both give, and takes two of one town for two', () => {
    const home = { text: '7 Sample Row\nTestford', postcode: 'ZZ99 3WZ' };
    expect(
      why({ address: home }, { address: { ...home, text: '7, sample row, TESTFORD' } }),
    ).toEqual(['weak address: same']);
    const other = { text: '12 Orchard Way\nTestford', postcode: 'ZZ99 7AA' };
    expect(why({ address: home }, { address: other })).toEqual([]);
  });

  it.each([
    ['35 Sample Row\nTestford', '4 Other Lane\nTestford', []],
    ['7 Sample Row\nTestford', '9 Sample Row\nTestford', []],
    ['Flat 2\n7 Sample Row', 'Flat 3\n7 Sample Row', []],
    ['Flat 2\n7 Sample Row', '7 Sample Row\nTestford', ['weak address: same']],
    ['Rose Cottage\nSample Row', 'Sample Row\nTestford', ['weak address: same']],
    ['7 Sample Row\nTestford', 'ZZ993WZ', ['weak address: part']],
  ])('compares %j and %j, of one postcode, by the house and the street', (text, other, said) => {
    const of = (each: string): Said => ({ address: { text: each, postcode: 'ZZ99 3WZ' } });
    expect(why(of(text), of(other))).toEqual(said);
    expect(why(of(other), of(text))).toEqual(said);
  });

  it('takes neighbours for two where no postcode was read', () => {
    const of = (text: string): Said => ({ address: { text } });
    expect(why(of('7 Sample Row, Testford'), of('9 Sample Row, Testford'))).toEqual([]);
  });

  it.each(['Unknown', 'Not known', 'N/K', '-', '   ', 'tbc', 'Unknown male'])(
    'makes nothing of two persons who are both called “%s”',
    (nobody) => {
      const said = {
        name: nobody,
        bornOn: nobody,
        reference: nobody,
        email: nobody,
        phone: nobody,
      };
      expect(why(said, said)).toEqual([]);
    },
  );

  it('takes the name that is most alike of several', () => {
    const held: MatchPerson = {
      values: [
        { kind: 'name', text: 'Ada Thorne' },
        { kind: 'name', text: 'Morgan Vael' },
      ],
    };
    const { reasons, against } = compare(person({ name: 'Morgan Vael' }), held);
    expect(reasons).toMatchObject([{ kind: 'name', said: [{ held: { text: 'Morgan Vael' } }] }]);
    expect(against).toEqual([]);
  });
});
