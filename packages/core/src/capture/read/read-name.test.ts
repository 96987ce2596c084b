import { expect, it } from 'vitest';
import { readName } from './read-name.js';

it.each([
  ['Harley Quint, 14yo, DOB unknown', 'Harley Quint'],
  ['Harley Quint (14)', 'Harley Quint'],
  ['Harley Quint, 14', 'Harley Quint'],
  ['Harley Quint DOB 14/03/2013', 'Harley Quint'],
  ['Harley (Hal) Quint', 'Harley (Hal) Quint'],
  ['Harley x(1) Quint', 'Harley x(1) Quint'],
])('reads %s as the name %s', (text, name) => {
  expect(readName(text, {})).toMatchObject({ ok: true, value: { value: name } });
});
