/** The modules of the extension that an edition writes anew. */
import { expect, it } from 'vitest';
import { leftOut, pluginModules } from './plugin-modules.mjs';

const COUNTS = {
  adapters: 1,
  instruments: 0,
  importers: 0,
  exporters: 0,
  templates: 0,
  codeLists: 0,
};
const LETTER = { kind: 'template', id: 'our-letter', value: { markdown: ['`$', '{x}`'].join('') } };
const READER = {
  package: '@north/plugin',
  exported: 'north',
  adapters: [{ id: 'north/record', title: ['`$', '{"quoted"}` */'].join('') }],
  templates: { definitions: [], leftOut: [] },
  hosted: false,
  counts: COUNTS,
};
const IMPORTER = {
  package: 'cyber-prevent-plugin-south',
  exported: 'default',
  adapters: [],
  templates: { definitions: [], leftOut: [] },
  hosted: true,
  counts: { ...COUNTS, adapters: 0, importers: 1 },
};

it('writes adapters down as data, without the code of their plugin', () => {
  const modules = pluginModules([READER]);
  expect(JSON.parse(modules.get('src/edition-adapters.json'))).toEqual(READER.adapters);
  expect(modules.get('src/sandbox/file/edition-plugins.ts')).not.toContain('@north/plugin');
});

it('writes templates down as data, each with its plugin', () => {
  const modules = pluginModules([
    IMPORTER,
    { ...READER, templates: { definitions: [LETTER], leftOut: [] } },
  ]);
  expect(JSON.parse(modules.get('src/edition-templates.json'))).toEqual([
    { plugin: '@north/plugin', definition: LETTER },
  ]);
});

it('imports a plugin that reads or writes files where the shipped ones are hosted', () => {
  const text = pluginModules([READER, IMPORTER]).get('src/sandbox/file/edition-plugins.ts');
  expect(text).toContain('import { "default" as plugin0 } from "cyber-prevent-plugin-south";');
  expect(text).toContain('EDITION_PLUGINS: readonly Plugin[] = [plugin0];');
});

it('says what no screen takes from a plugin', () => {
  expect(leftOut([READER, IMPORTER])).toEqual([]);
  const templates = {
    definitions: [LETTER],
    leftOut: [{ id: 'other', why: 'It gives no source' }],
  };
  expect(
    leftOut([{ ...READER, templates, counts: { ...COUNTS, templates: 2, codeLists: 1 } }]),
  ).toEqual([
    expect.stringContaining('@north/plugin adds code lists'),
    '@north/plugin adds the template other, which is left out. It gives no source',
  ]);
});
