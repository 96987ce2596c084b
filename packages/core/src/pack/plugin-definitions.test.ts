/** The additions of a plugin as definitions. */
import { expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/shipped.js';
import { gatherInstruments } from '../risk/shipped.js';
import { pluginDefinitions } from './plugin-definitions.js';

const markdown = (marking = 'OFFICIAL-SENSITIVE') =>
  `---\nid: our-letter\ntitle: Our letter\nmarking: ${marking}\nneeds: [subject]\n---\n\nDear :value[subject.name]\n`;
const SOURCE = { source: 'Working paper 7', checkedOn: '2026-11-20' };
const LETTER = { id: 'our-letter', markdown: markdown(), ...SOURCE };
const TOPICS = {
  id: 'advice-topic',
  title: 'Topics of advice',
  status: 'secondary',
  ...SOURCE,
  codes: [{ code: 'mesh-club', label: 'The mesh club' }],
};
const [shipped] = gatherInstruments().values();
if (shipped === undefined) throw new Error('No instrument ships');
const SCREEN = { ...shipped, ...SOURCE };

const read = (plugin: object) =>
  pluginDefinitions({ version: '1.2.0', ...plugin }, gatherCodeLists());

it('have the standing, source and day that each says, and the version of the plugin', () => {
  const { definitions, leftOut } = read({ codeLists: [TOPICS], templates: [LETTER] });
  expect(leftOut).toEqual([]);
  expect(definitions).toMatchObject([
    { kind: 'code-list', version: '1.2.0', standing: 'secondary', ...SOURCE },
    { kind: 'template', title: 'Our letter', version: '1.2.0', standing: 'proposed', ...SOURCE },
  ]);
});

it('keep the version of an instrument, which records name', () => {
  const [found] = read({ instruments: [SCREEN] }).definitions;
  expect(found).toMatchObject({ kind: 'instrument', id: SCREEN.id, version: SCREEN.version });
});

it.each([
  ['a template without a source', { templates: [{ ...LETTER, source: '' }] }, /no source/],
  ['a template without a day', { templates: [{ ...LETTER, checkedOn: undefined }] }, /no day/],
  ['a day that does not exist', { templates: [{ ...LETTER, checkedOn: '2026-02-30' }] }, /no day/],
  ['a lower marking', { templates: [{ ...LETTER, markdown: markdown('OFFICIAL') }] }, /OFFICIAL-S/],
  ['a template under another id', { templates: [{ ...LETTER, id: 'other' }] }, /Use one id/],
  ['an instrument without a day', { instruments: [{ ...SCREEN, checkedOn: undefined }] }, /no day/],
  ['an official list', { codeLists: [{ ...TOPICS, status: 'official' }] }, /calls itself official/],
  ['an empty list', { codeLists: [{ ...TOPICS, codes: [] }] }, /^codes: Give at least one code/],
])('leave out %s, and say why', (_what, plugin, why) => {
  expect(read(plugin)).toEqual({
    definitions: [],
    leftOut: [expect.objectContaining({ why: expect.stringMatching(why) })],
  });
});

it('are none for a plugin that has none of these', () => {
  expect(read({})).toEqual({ definitions: [], leftOut: [] });
});
