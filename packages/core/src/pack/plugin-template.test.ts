import { expect, it } from 'vitest';
import { pluginTemplates } from './plugin-template.js';

const markdown = (marking = 'OFFICIAL-SENSITIVE') =>
  `---\nid: our-letter\ntitle: Our letter\nmarking: ${marking}\nneeds: [subject]\n---\n\nDear :value[subject.name]\n`;
const source = { source: 'Working paper 7', checkedOn: '2026-11-20' };
const read = (more: object) =>
  pluginTemplates({
    version: '1.2.0',
    templates: [{ id: 'our-letter', markdown: markdown(), ...more }],
  });

it('makes a definition of a template, with the version of its plugin', () => {
  expect(read(source)).toMatchObject({
    definitions: [
      { kind: 'template', title: 'Our letter', version: '1.2.0', standing: 'proposed', ...source },
    ],
    leftOut: [],
  });
});

it.each([
  ['without a source', { checkedOn: '2026-11-20' }, /no source/],
  ['without a day of checking', { source: 'Working paper 7' }, /no day/],
  ['with a day that does not exist', { ...source, checkedOn: '2026-02-30' }, /no day/],
  ['with a lower marking', { ...source, markdown: markdown('OFFICIAL') }, /OFFICIAL-SENSITIVE/],
])('leaves out a template %s, and says why', (_what, more, why) => {
  expect(read(more)).toEqual({
    definitions: [],
    leftOut: [{ id: 'our-letter', why: expect.stringMatching(why) }],
  });
});
