import { expect, test } from 'vitest';
import { nameParts } from './read-name.js';
import { readValue } from './reader.js';

const named = (text: string) => {
  const read = readValue('name', text);
  return read.ok ? read.value.value : read.issues[0]?.code;
};

test.each([
  ['VAEL^MORGAN^KIT', 'MORGAN KIT VAEL'],
  ['Vael^Morgan', 'Morgan Vael'],
  ['Vael^Morgan^^Dr^', 'Dr Morgan Vael'],
  ['Vael^Morgan^Kit^Jr^Mr', 'Mr Morgan Kit Vael Jr'],
  ['O’Connell-Vael^Taz^^^', 'Taz O’Connell-Vael'],
  ['VAEL^MORGAN=ヴェイル^モーガン', 'MORGAN VAEL'],
])('the name %s of a device is %s', (text, name) => {
  expect(named(text)).toBe(name);
});

test('knows which part is the family name', () => {
  expect(nameParts('VAEL SMITH^ANN^KIT')).toMatchObject({ family: 'VAEL SMITH', given: 'ANN KIT' });
});

test.each(['1234^Bains^Amrit', 'Vael^Morgan~Vale^Taz', 'Vael^', '^Morgan', 'a^b^c^d^e^f^g'])(
  'makes no name of %s',
  (text) => {
    expect(named(text)).toBe('name-unreadable');
  },
);
