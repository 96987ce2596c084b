/** People of one name and one date of birth are told apart the same way wherever they are listed. */
import type { PlainDate, RecordId } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import { twinsOf } from './twins.js';

const person = (id: string, recordedOn = '2026-11-02', name = 'Ada Vael') => ({
  id: id as RecordId,
  name,
  bornOn: '2010-05-02' as PlainDate,
  recordedOn: recordedOn as PlainDate,
});

it('counts those who read alike in one order, whatever the order of the list', () => {
  const [a, b, c] = [
    person('a'),
    person('b', '2026-11-02', 'ADA  VAEL'),
    person('c', '2026-11-03'),
  ];
  const expected = [
    ['a', { recordedOn: '2026-11-02', place: { nth: 1, of: 3 } }],
    ['b', { recordedOn: '2026-11-02', place: { nth: 2, of: 3 } }],
    ['c', { recordedOn: '2026-11-03', place: { nth: 3, of: 3 } }],
  ];
  for (const people of [
    [a, b, c],
    [c, b, a],
  ])
    expect([...twinsOf(people)].toSorted(([one], [other]) => one.localeCompare(other))).toEqual(
      expected,
    );
});

it('counts those with as many dates of birth, who read alike, and whoever shares one with them', () => {
  const births = (...dates: readonly string[]) => ({
    bornOn: dates[0] as PlainDate,
    births: dates as readonly PlainDate[],
  });
  const [first, second] = [
    { ...person('a'), ...births('2010-05-02', '2008-05-02') },
    { ...person('b'), ...births('2011-01-07', '2009-01-07') },
  ];
  const three = { ...person('c'), ...births('2012-01-07', '2009-01-07', '2008-05-02') };
  expect([...twinsOf([first, second, three]).keys()]).toEqual(['a', 'b']);
  // By the recorded date alone one of them is named elsewhere.
  const [one, another] = [person('d'), { ...person('e'), bornOn: '2011-01-07' as PlainDate }];
  const all = twinsOf([one, another, first, second]);
  expect([...all.values()].map(({ place }) => place?.of)).toEqual([4, 4, 4, 4]);
});

it('leaves out everybody with a date of birth of their own, and closed records', () => {
  const older = { ...person('b'), bornOn: '2009-01-01' as PlainDate };
  const closed = { ...person('c'), isClosed: true as const };
  expect(twinsOf([person('a'), older, closed]).size).toBe(0);
});

it('has of each what nobody else of them has: another name before a handle, and the school', () => {
  const facts = { handle: 'kestrel_77', school: 'Testford Academy' };
  const all = [
    { ...person('a'), ...facts, otherNames: ['Addy', 'Ada'] },
    { ...person('b'), ...facts, otherNames: ['ADDY'] },
    { ...person('c'), handle: 'Kestrel_78', school: 'Hexworth School', otherNames: ['Ada  Vael'] },
  ];
  const twins = twinsOf(all);
  expect(all.map(({ id }) => [twins.get(id)?.known?.text, twins.get(id)?.school])).toEqual([
    ['Ada', undefined],
    [undefined, undefined],
    ['Kestrel_78', 'Hexworth School'],
  ]);
});

it('counts everybody whose name is not known as alike, in whatever words, and the only one too', () => {
  const unnamed = (id: string, name: string, bornOn?: string) => ({
    ...person(id, '2026-11-02', name),
    bornOn: bornOn as PlainDate | undefined,
    isUnnamed: true as const,
  });
  expect(twinsOf([unnamed('a', 'Unknown'), person('b')]).size).toBe(1);
  const two = twinsOf([unnamed('a', 'Unknown'), unnamed('b', 'Name not known', '2010-05-02')]);
  expect([...two.values()].map(({ place }) => place)).toEqual([
    { nth: 1, of: 2 },
    { nth: 2, of: 2 },
  ]);
});
