import { expect, it } from 'vitest';
import { buildSubject } from '../testing/fiction/builder.js';
import { mayName } from './may-name.js';

const person = buildSubject({
  name: 'Mr Zoë O’Vael-Quist',
  aliases: ['Nightjar'],
  phones: ['+44 7700 900123'],
  emails: ['Zoe@example.org'],
  alsoRecorded: [
    { what: 'name', value: 'Katherine Marsh', notedOn: '2026-11-01' },
    { what: 'bornOn', date: '2010-05-02', notedOn: '2026-11-01' },
  ] as never,
});

it.each([
  'Seen with zoe ovael quist at the club.',
  'Quist, O’Vael, Zoe',
  'He calls himself nightjar',
  'Kate Marsh rang',
  'Ring 07700 900 123',
  'Write to ZOE@EXAMPLE.ORG',
])('finds the person in “%s”', (text) => {
  expect(mayName(text, person)).toBe(true);
});

it.each(['', 'VAEL-QUIST', 'Zoë came', 'Marsh Lane', '07700 900124', 'quistzoeovael'])(
  'finds nobody in “%s”',
  (text) => {
    expect(mayName(text, person)).toBe(false);
  },
);

it('takes nobody for a person of whom no name is known', () => {
  const nobody = buildSubject({ name: 'Unknown male', aliases: [], phones: [], emails: [] });
  expect(mayName('An unknown male was seen', nobody)).toBe(false);
  expect(mayName('An unknown male was seen', { ...nobody, name: ' ' })).toBe(false);
});
