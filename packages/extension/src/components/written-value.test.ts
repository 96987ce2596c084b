import {
  type FieldDescription,
  fieldsOf,
  gatherCodeLists,
  type PlainDate,
  RECORD_KINDS,
} from '@cyber-prevent/core';
import { describe, expect, it } from 'vitest';
import { writtenValue } from './written-value.js';

const lists = gatherCodeLists();
const fieldOf = (kind: 'referral' | 'subject', name: string): FieldDescription => {
  const found = fieldsOf(kind).find((field) => field.name === name);
  if (!found) throw new Error(`A ${kind} has no ${name}`);
  return found;
};

describe('a value as it is read', () => {
  const chosen = RECORD_KINDS.flatMap((kind) =>
    fieldsOf(kind)
      // A marking's words are its code.
      .filter(({ name, options }) => options !== undefined && name !== 'marking')
      .flatMap((field) => (field.options ?? []).map((option) => ({ kind, field, option }))),
  );
  it.each(chosen.map((each) => [`${each.kind}.${each.field.name} ${each.option}`, each] as const))(
    'has words for %s',
    (_, { field, option }) => {
      const [words] = writtenValue(field, option, lists);
      expect(words).toMatch(/^[A-Z]/);
    },
  );

  it('is a date in words, in a list of dates too', () => {
    const field = fieldOf('referral', 'incidentDates');
    expect(writtenValue(field, ['2026-01-26', '2026-01-27'], lists)).toEqual([
      '26 January 2026',
      '27 January 2026',
    ]);
  });

  it('is what was written in a list of references, though one reads like a date', () => {
    const field = fieldOf('referral', 'otherReferences');
    expect(writtenValue(field, ['2026-01-26'], lists)).toEqual(['2026-01-26']);
    expect(writtenValue(field, [], lists)).toEqual([]);
  });

  it('names each part of a group, but for the one that the group is named after', () => {
    const field = fieldOf('subject', 'schools');
    const school = { name: 'Brackenfield Vale School', notedOn: '2026-01-26' };
    expect(writtenValue(field, [school], lists)).toEqual([
      'Brackenfield Vale School',
      'Noted on: 26 January 2026',
    ]);
  });

  it.each([
    ['+447700900417', '07700 900417'],
    ['+441632960123', '01632 960123'],
    ['+442079460123', '020 7946 0123'],
    ['+441134960123', '0113 496 0123'],
    ['+441214960123', '0121 496 0123'],
    ['07700 900417', '07700 900417'],
    ['+4930123456', '+4930123456'],
    ['+447700900417 ext. 3', '+447700900417 ext. 3'],
    ['ask at the desk', 'ask at the desk'],
  ])('is a telephone number as it is dialled: %s', (held, read) => {
    expect(writtenValue(fieldOf('subject', 'phones'), [held], lists)).toEqual([read]);
  });

  it('is an address with its postcode once, and with one that its lines do not have', () => {
    const field = fieldOf('subject', 'addresses');
    const written = (lines: string, postcode: string) =>
      writtenValue(field, [{ lines, postcode, notedOn: '2026-01-26' }], lists)
        .join(' ')
        .match(/ZZ99 ?3VZ/gi)?.length;
    expect(written('2 Saltmarsh Lane, zz993vz', 'ZZ99 3VZ')).toBe(1);
    expect(written('2 Saltmarsh Lane', 'ZZ99 3VZ')).toBe(1);
    expect(
      writtenValue(field, [{ lines: 'ZZ99 3VZ, Flat 2', postcode: 'ZZ99 4AB' }], lists),
    ).toEqual(expect.arrayContaining([expect.stringContaining('ZZ99 4AB')]));
  });
});

it('has the words that its code had on the day on which the record was made', () => {
  const [field] = fieldsOf('intervention').filter(({ name }) => name === 'kind');
  const list = lists.get('intervention-kind');
  if (!field || !list) throw new Error('There are no kinds of intervention');
  const codes = [
    { code: 'home-visit', label: 'A visit', from: '2026-12-09' as PlainDate },
    { code: 'home-visit', label: 'A call', to: '2026-12-08' as PlainDate },
  ];
  const reworded = new Map([...lists, [list.id, { ...list, codes }]]);
  const said = (on: string) => writtenValue(field, ['home-visit'], reworded, on as PlainDate);
  expect(said('2026-12-08')).toEqual(['A call']);
  expect(said('2026-12-09')).toEqual(['A visit']);
});
