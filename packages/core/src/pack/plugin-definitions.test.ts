/** The additions of a plugin as definitions. */
import { expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/shipped.js';
import { gatherInstruments } from '../risk/shipped.js';
import { pluginDefinitions } from './plugin-definitions.js';

const CONTEXT = { lists: gatherCodeLists(), checkedOn: '2026-12-02' };
const PLUGIN = { name: '@north/plugin', version: '2.1.0' };
const TOPICS = {
  id: 'advice-topic',
  title: 'Topics of advice',
  status: 'secondary' as const,
  source: 'Working paper 7',
  checkedOn: '2026-11-20',
  codes: [{ code: 'mesh-club', label: 'The mesh club' }],
};
const LETTER = {
  id: 'north-letter',
  markdown:
    '---\nid: north-letter\ntitle: Letter\nmarking: OFFICIAL\nneeds: [subject]\n---\n\n# Letter\n',
};

it('says the standing, source and day of what has them, and the plugin’s own of what has none', () => {
  const found = pluginDefinitions({ ...PLUGIN, codeLists: [TOPICS], templates: [LETTER] }, CONTEXT);
  expect(found).toMatchObject([
    {
      kind: 'code-list',
      id: 'advice-topic',
      version: '2.1.0',
      standing: 'secondary',
      source: 'Working paper 7',
      checkedOn: '2026-11-20',
    },
    {
      kind: 'template',
      id: 'north-letter',
      title: 'Letter',
      standing: 'proposed',
      source: 'Plugin @north/plugin, version 2.1.0',
      checkedOn: '2026-12-02',
    },
  ]);
});

it('keeps the version of an instrument, which records name', () => {
  const [instrument] = gatherInstruments().values();
  if (instrument === undefined) throw new Error('No instrument ships');
  const [found] = pluginDefinitions({ ...PLUGIN, instruments: [instrument] }, CONTEXT);
  expect(found).toMatchObject({
    kind: 'instrument',
    id: instrument.id,
    version: instrument.version,
  });
});

it('refuses one that calls itself official, or does not pass the check of its kind', () => {
  const official = { ...TOPICS, status: 'official' as never };
  expect(() => pluginDefinitions({ ...PLUGIN, codeLists: [official] }, CONTEXT)).toThrow(
    'at status',
  );
  const empty = { ...TOPICS, codes: [{ code: 'mesh club', label: '' }] };
  expect(() => pluginDefinitions({ ...PLUGIN, codeLists: [empty] }, CONTEXT)).toThrow(
    /“advice-topic”: .*\(at codes/,
  );
});

it('adds nothing for a plugin that has none of these', () => {
  expect(pluginDefinitions(PLUGIN, CONTEXT)).toEqual([]);
});
