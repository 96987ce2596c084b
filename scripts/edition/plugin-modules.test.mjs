/** The modules of the extension that an edition writes anew. */
import { expect, it } from 'vitest';
import { leftOut, pluginModules } from './plugin-modules.mjs';

const READER = {
  package: '@north/plugin',
  exported: 'north',
  adapters: [{ id: 'north/record', title: ['`$', '{"quoted"}` */'].join('') }],
  hosted: false,
  definitions: [{ kind: 'code-list', id: 'advice-topic' }],
  leftOut: [],
};
const IMPORTER = {
  package: 'cyber-prevent-plugin-south',
  exported: 'default',
  adapters: [],
  hosted: true,
  definitions: [],
  leftOut: [],
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

it('writes lists, instruments and templates down as definitions, each with its plugin', () => {
  const modules = pluginModules([READER, IMPORTER]);
  expect(JSON.parse(modules.get('src/edition-definitions.json'))).toEqual([
    { plugin: '@north/plugin', definition: { kind: 'code-list', id: 'advice-topic' } },
  ]);
});

it('says which definitions are left out, and why', () => {
  const left = { kind: 'code-list', id: 'other', why: 'It gives no source' };
  expect(leftOut([READER, { ...IMPORTER, leftOut: [left] }])).toEqual([
    'The code list other of cyber-prevent-plugin-south is left out. It gives no source',
  ]);
});
