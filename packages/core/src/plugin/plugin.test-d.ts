import { expectTypeOf, it } from 'vitest';
import { definePlugin, type Plugin } from './plugin.js';
import { createToolkit, type Toolkit } from './toolkit.js';

const csv = definePlugin({
  name: '@cyber-prevent/plugin-csv',
  version: '0.1.0',
  exporters: [
    {
      id: 'csv',
      title: 'CSV',
      mediaType: 'text/csv',
      extension: 'csv',
      takes: ['records'],
      write: async () => new Uint8Array(),
    },
  ],
  templates: [{ id: 'letter', markdown: '' }],
});
const plain = definePlugin({ name: 'p', version: '0' });
const both = [csv, plain] as const;

it('knows which exporters were plugged in', () => {
  expectTypeOf<Parameters<Toolkit<typeof both>['exporter']>[0]>().toEqualTypeOf<'csv'>();
});

it('knows which templates were plugged in', () => {
  expectTypeOf<Parameters<Toolkit<typeof both>['template']>[0]>().toEqualTypeOf<'letter'>();
});

it('offers nothing where nothing was added', () => {
  expectTypeOf<Parameters<Toolkit<typeof both>['importer']>[0]>().toEqualTypeOf<never>();
});

it('infers the ids where the toolkit is made', () => {
  expectTypeOf(() => createToolkit([csv, plain]))
    .returns.toHaveProperty('exporter')
    .parameter(0)
    .toEqualTypeOf<'csv'>();
});

it('takes any id where the plugins are known only when it runs', () => {
  expectTypeOf<Parameters<Toolkit<readonly Plugin[]>['exporter']>[0]>().toEqualTypeOf<string>();
});
