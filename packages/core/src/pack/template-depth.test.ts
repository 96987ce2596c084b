import { expect, it } from 'vitest';
import { TEMPLATES } from '../report/templates/templates.js';
import { isTooDeep } from './template-depth.js';

it.each([
  ['directives', Array.from({ length: 50 }, () => ':::when{present=subject.name}').join('\n')],
  ['quotations', `${'>'.repeat(50)} deep`],
  ['items of a list in one line', `${'- '.repeat(50)}deep`],
  ['numbered items in one line', `${'1. '.repeat(50)}deep`],
  [
    'items under items',
    Array.from({ length: 50 }, (_, nth) => `${' '.repeat(nth * 2)}- deep`).join('\n'),
  ],
])('finds %s in each other, fifty times', (_what, markdown) => {
  expect(isTooDeep(markdown)).toBe(true);
});

it('finds nothing of the kind in a template that ships', () => {
  for (const { markdown } of TEMPLATES) expect(isTooDeep(markdown)).toBe(false);
});

it('counts what is open, not what was', () => {
  const one = ':::when{present=subject.name}\nA line\n:::\n';
  expect(isTooDeep(one.repeat(100))).toBe(false);
});
