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
const READER = {
  package: '@north/plugin',
  exported: 'north',
  adapters: [{ id: 'north/record', title: ['`$', '{"quoted"}` */'].join('') }],
  hosted: false,
  counts: COUNTS,
};
const IMPORTER = {
  package: 'cyber-prevent-plugin-south',
  exported: 'default',
  adapters: [],
  hosted: true,
  counts: { ...COUNTS, adapters: 0, importers: 1 },
};

it('writes adapters down as data, without the code of their plugin', () => {
  const modules = pluginModules([READER]);
  expect(JSON.parse(modules.get('src/edition-adapters.json'))).toEqual(READER.adapters);
  expect(modules.get('src/sandbox/file/edition-plugins.ts')).not.toContain('@north/plugin');
});

it('imports a plugin that reads or writes files where the shipped ones are hosted', () => {
  const text = pluginModules([READER, IMPORTER]).get('src/sandbox/file/edition-plugins.ts');
  expect(text).toContain('import { "default" as plugin0 } from "cyber-prevent-plugin-south";');
  expect(text).toContain('EDITION_PLUGINS: readonly Plugin[] = [plugin0];');
});

it('says what no screen takes from a plugin', () => {
  expect(leftOut([READER, IMPORTER])).toEqual([]);
  expect(leftOut([{ ...READER, counts: { ...COUNTS, templates: 2, codeLists: 1 } }])).toEqual([
    expect.stringContaining('@north/plugin adds templates'),
    expect.stringContaining('@north/plugin adds code lists'),
  ]);
});
