import { expect, test } from 'vitest';
import { saysNotKnown } from './not-known.js';

test.each([
  'N/A',
  'None',
  'Nil',
  'Refused',
  'TBC',
  'Not known',
  'No information recorded',
  '(Not recorded)',
  'UNKNOWN',
  ' To be  confirmed. ',
  'Ddim yn hysbys',
  'I’w gadarnhau',
  'Heb ei gofnodi',
  '-',
  '— ',
  '…',
  '______',
  '(no value)',
  '(blank)',
  '[none recorded]',
  'Not set',
])('says that %s is not known', (text) => {
  expect(saysNotKnown(text)).toBe(true);
});

test.each([
  'None of the above School',
  'Unknown Pleasures',
  'nilsson',
  'Refused to leave the room',
  '@none',
  'Blank',
  '(Northmoor)',
  '*',
  '-_-x',
  'null_byte',
  '',
  '0',
])('says nothing of the kind of %s', (text) => {
  expect(saysNotKnown(text)).toBe(false);
});

test('lets a family name that is such a word stand, if it is written as a name', () => {
  expect(saysNotKnown('Nil', 'subject.familyName')).toBe(false);
  expect(saysNotKnown('Null', 'subject.familyName')).toBe(false);
  expect(saysNotKnown('NULL', 'subject.familyName')).toBe(true);
  expect(saysNotKnown('Nil', 'subject.aliases[]')).toBe(true);
  expect(saysNotKnown('Unknown', 'subject.familyName')).toBe(true);
});

test('looks at no more of a book than a few words', () => {
  expect(saysNotKnown(`${' '.repeat(1_000_000)}None`)).toBe(false);
});
