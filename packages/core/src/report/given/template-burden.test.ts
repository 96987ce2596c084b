import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/shipped.js';
import { renderTemplate } from '../render.js';
import { loadTemplate } from '../template.js';
import { TEMPLATES } from '../templates/templates.js';
import { burdenOf } from './template-burden.js';

it.each([
  ['directives', Array.from({ length: 50 }, () => ':::when{present=subject.name}').join('\n')],
  ['quotations', `${'>'.repeat(50)} deep`],
  ['items of a list in one line', `${'- '.repeat(50)}deep`],
  ['numbered items in one line', `${'1. '.repeat(50)}deep`],
  ['brackets over several lines', ':value[\n'.repeat(50)],
  [
    'items under items',
    Array.from({ length: 50 }, (_, nth) => `${' '.repeat(nth * 2)}- deep`).join('\n'),
  ],
])('finds %s in each other, fifty times', (_what, markdown) => {
  expect(burdenOf(markdown)).toBe('It is nested too deeply: ten levels at most');
});

it('finds a block whose marks of emphasis would keep the parser busy', () => {
  expect(burdenOf('*a_ '.repeat(400))).toMatch(/^Use \* and _ 500 times or fewer/);
  expect(burdenOf(Array.from({ length: 20 }, () => '*a_ '.repeat(40)).join('\n\n'))).toBe(
    undefined,
  );
});

it('finds a text that is too long', () => {
  expect(burdenOf('a '.repeat(30_000))).toMatch(/^Use 50000 characters/);
});

it('finds nothing of the kind in a template that ships', () => {
  for (const { markdown } of TEMPLATES) expect(burdenOf(markdown)).toBe(undefined);
});

it('counts what is open, not what was', () => {
  const one = ':::when{present=subject.name}\nA :value[subject.name]\n:::\n\n[x\n\n';
  expect(burdenOf(one.repeat(100))).toBe(undefined);
});

it.each([
  ['emphasis in emphasis', `${'**a *b '.repeat(120)}c${'* **'.repeat(120)}`],
  ['quotations in directives', ':::when{present=subject.name}\n'.repeat(10) + '>'.repeat(10)],
  ['brackets in brackets', '[[[[[[[[[[a]]]]]]]]]] '.repeat(100)],
])('lets pass only what can be printed to its end: %s', (_what, body) => {
  expect(burdenOf(body)).toBe(undefined);
  const template = loadTemplate({
    id: 'deep',
    markdown: `---\nid: deep\ntitle: Deep\nmarking: OFFICIAL-SENSITIVE\nneeds: [subject]\n---\n\n${body}\n`,
  });
  const made = renderTemplate(
    template,
    { subject: { name: 'Taz Orme' } },
    { lists: gatherCodeLists(), audience: 'supervisor' },
  );
  expect(made.html).toContain('OFFICIAL-SENSITIVE');
});
