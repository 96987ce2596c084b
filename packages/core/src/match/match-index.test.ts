import { describe, expect, it } from 'vitest';
import { buildId } from '../testing/fiction/builder.js';
import { seededNumbers } from '../testing/host.js';
import { matchIndex } from './match-index.js';
import type { HeldPerson, MatchValue } from './person.js';

const home: MatchValue = { kind: 'address', text: '7 Sample Row\nTestford', postcode: 'ZZ99 3WZ' };

function held(name: string, bornOn?: string, ...more: readonly MatchValue[]): HeldPerson {
  return {
    id: buildId(),
    values: [
      { kind: 'name', text: name },
      ...(bornOn ? [{ kind: 'bornOn', text: bornOn } as const] : []),
      ...more,
    ],
  };
}

function indexOf(...people: readonly HeldPerson[]) {
  const index = matchIndex();
  for (const person of people) index.put(person);
  return index;
}

describe('a search among those held', () => {
  const ada = held('Ada Vael', '2010-05-02', home);
  const ivo = held('Ivo Vael', '2010-05-02', home);
  const elder = held('Rufus Vael', '2004-09-30', home);
  const other = held('Imogen Thackeray', '2009-01-17');

  it('puts the likeliest first, and leaves out who is not alike', () => {
    const { candidates } = indexOf(other, elder, ivo, ada).search(ada, { without: buildId() });
    expect(candidates.map(({ person }) => person)).toEqual([ada.id, ivo.id]);
    expect(candidates[0]?.strength).toBe('strong');
  });

  it('offers a twin with the forename against them, never as strong', () => {
    const [twin] = indexOf(ivo).search(ada).candidates;
    expect(twin?.strength).not.toBe('strong');
    expect(twin?.against).toMatchObject([{ kind: 'forename' }]);
  });

  it('calls a twin moderate and never strong, whatever else the two share', () => {
    const phone: MatchValue = { kind: 'phone', text: '07700 900415' };
    const reference: MatchValue = { kind: 'reference', text: 'NCCU/2026/0417' };
    const sister = held('Ada Vael', '2010-05-02', home, phone, reference);
    const brother = held('Ivo Vael', '2010-05-02', home, phone, reference);
    expect(indexOf(sister).search(brother).candidates).toMatchObject([{ strength: 'moderate' }]);
  });

  it('does not offer somebody of another forename for what a household shares', () => {
    const phone: MatchValue = { kind: 'phone', text: '07700 900415' };
    const sister = held('Ada Vael', undefined, home, phone);
    expect(indexOf(sister).search(held('Ivo Vael', undefined, home, phone)).candidates).toEqual([]);
  });

  it('does not offer an elder brother at the same address', () => {
    expect(indexOf(elder).search(ada).candidates).toEqual([]);
  });

  it('never calls a name alone strong', () => {
    const [namesake] = indexOf(held('Ada Vael')).search(held('Ada Vael')).candidates;
    expect(namesake?.strength).toBe('moderate');
  });

  it.each([
    ['a letter too few', 'Imogen Thackery', '2009-01-17'],
    ['day and month exchanged', 'Imogen Thackeray', '2009-17-01'],
    ['one digit another', 'Imogen Thackeray', '2008-01-17'],
    ['surname and forename exchanged', 'Thackeray Imogen', '2009-01-17'],
    ['a short form', 'Immy Thackeray', '2009-01-17'],
  ])('finds somebody by name and day with %s', (_, name, bornOn) => {
    const [found] = indexOf(ada, ivo, other).search(held(name, bornOn)).candidates;
    expect(found?.person).toBe(other.id);
  });

  it('knows what became of a person, and forgets who is gone', () => {
    const index = indexOf(ada, other);
    index.put({ ...other, values: [{ kind: 'name', text: 'Saffron Okafor' }] });
    expect(index.search(other).candidates).toEqual([]);
    index.drop(ada.id);
    expect(index.search(ada).candidates).toEqual([]);
    expect(index.size).toBe(1);
  });

  it('says how many the limit left out', () => {
    const many = Array.from({ length: 8 }, () => held('Ada Vael', '2010-05-02'));
    const { candidates, moreCount } = indexOf(...many).search(ada, { limit: 3 });
    expect([candidates.length, moreCount]).toEqual([3, 5]);
  });
});

describe('the cost of a search', () => {
  /** As many names as a county has people: 400 forenames, 2,000 surnames and 6,000 days. */
  function crowd(size: number) {
    const next = seededNumbers(7);
    const pick = (count: number) => Math.floor(next() ** 2 * count);
    const letter = (letters: string, nth: number) => letters.charAt(nth % letters.length);
    const word = (nth: number, length: number) =>
      Array.from(
        { length },
        (_, at) => letter('bcdfghklmnprstvw', nth >> (at * 3)) + letter('aeiou', nth + at),
      ).join('');
    return Array.from({ length: size }, (): HeldPerson => {
      const day = new Date(Date.UTC(2000, 0, 1 + Math.floor(next() * 6000)));
      return held(`${word(pick(400), 3)} ${word(pick(2000), 4)}`, day.toISOString().slice(0, 10));
    });
  }

  it('grows with those who share two things, not with all', () => {
    const counts = [2000, 8000].map((size) => {
      const people = crowd(size);
      const index = indexOf(...people);
      const sample = people.slice(0, 200);
      const sum = sample.reduce((all, one) => all + index.search(one).comparedCount, 0);
      return sum / sample.length / size;
    });
    const [few = 0, many = 0] = counts;
    expect(many).toBeLessThan(0.01);
    expect(many).toBeLessThan(few * 1.5);
  });
});
