import { describe, expect, it } from 'vitest';
import { gatherInstruments } from '../risk/shipped.js';
import { PreventError } from '../shared/errors.js';
import type { Exporter } from './exporter.js';
import { definePlugin, type Plugin } from './plugin.js';
import { createToolkit } from './toolkit.js';

const exporter = (id: string): Exporter => ({
  id,
  title: id,
  mediaType: 'text/plain',
  extension: 'txt',
  takes: ['records'],
  write: async () => new Uint8Array(),
});

const letter = {
  id: 'letter',
  markdown: '---\nid: letter\ntitle: Letter\nmarking: OFFICIAL\nneeds: []\n---\nText',
} as const;

const adapter = {
  id: 'one/record',
  title: 'One: record',
  version: '1.0.0',
  owner: 'this test',
  engine: '>=0.0.1',
  match: { anchors: [{ label: 'Name' }] },
  screens: [{ fields: { 'subject.name': [{ label: 'Name' }] } }],
  fixtures: [],
} as const;

function codeOf(plugins: readonly Plugin[]): string | undefined {
  try {
    createToolkit(plugins);
    return undefined;
  } catch (error) {
    return error instanceof PreventError ? error.code : 'another error';
  }
}

describe('createToolkit', () => {
  it('gathers every list, in the order given', () => {
    const [instrument] = gatherInstruments().values();
    const toolkit = createToolkit([
      { name: 'one', version: '1', adapters: [adapter], exporters: [exporter('a')] },
      {
        name: 'two',
        version: '1',
        exporters: [exporter('b')],
        templates: [letter],
        instruments: instrument ? [instrument] : [],
        importers: [
          {
            id: 'in',
            title: 'In',
            mediaTypes: [],
            extensions: [],
            read: async () => ({ ok: true, value: [], issues: [] }),
          },
        ],
      },
    ]);
    expect(toolkit.exporters.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(toolkit.exporter('b').id).toBe('b');
    expect(toolkit.adapter('one/record').title).toBe('One: record');
    expect(toolkit.template('letter').title).toBe('Letter');
    expect(toolkit.importer('in').title).toBe('In');
    expect(toolkit.instruments).toHaveLength(1);
  });

  it('does nothing for a plugin with no lists', () => {
    const toolkit = createToolkit([definePlugin({ name: 'p', version: '0' })]);
    expect([toolkit.adapters, toolkit.exporters, toolkit.templates]).toEqual([[], [], []]);
    expect(toolkit.codeLists.has('marking')).toBe(true);
  });

  it('refuses an id that another plugin provides, naming both', () => {
    const plugins = [
      { name: 'one', version: '1', exporters: [exporter('csv')] },
      { name: 'two', version: '1', exporters: [exporter('csv')] },
    ];
    expect(codeOf(plugins)).toBe('CP_PLUGIN_DUPLICATE_ID');
    expect(() => createToolkit(plugins)).toThrow('two adds "csv" to exporters');
  });

  it('refuses the same plugin twice', () => {
    expect(
      codeOf([
        { name: 'one', version: '1' },
        { name: 'one', version: '2' },
      ]),
    ).toBe('CP_PLUGIN_DUPLICATE_ID');
  });

  it('refuses an id that nothing adds', () => {
    const toolkit = createToolkit([] as readonly Plugin[]);
    expect(() => toolkit.exporter('csv')).toThrow(
      expect.objectContaining({ code: 'CP_PLUGIN_UNKNOWN_ID' }),
    );
  });

  it('refuses a template with a mistake in it when it starts, not when a report is asked for', () => {
    const templates = [{ id: 'letter', markdown: letter.markdown.replace('Text', ':value[x]') }];
    expect(codeOf([{ name: 'one', version: '1', templates }])).toBe('CP_TEMPLATE_INVALID');
  });

  it('refuses an adapter that names no such field', () => {
    const wrong = { ...adapter, screens: [{ fields: { 'subject.nme': [{ label: 'Name' }] } }] };
    expect(codeOf([{ name: 'one', version: '1', adapters: [wrong as never] }])).toBe(
      'CP_ADAPTER_INVALID',
    );
  });

  it('refuses an instrument that fails its check', () => {
    const instruments = [{ id: 'x' } as never];
    expect(codeOf([{ name: 'one', version: '1', instruments }])).toBe('CP_RECORD_INVALID');
  });

  it('lets a force replace a shipped code list, and a template use one of its own', () => {
    const codeList = {
      id: 'letter-kind',
      title: 'Letters',
      status: 'proposed' as const,
      source: 'This test',
      checkedOn: '2026-11-24',
      codes: [{ code: 'a', label: 'First' }],
    };
    const markdown = letter.markdown
      .replace('needs: []', 'needs: [subject]')
      .replace('Text', ':value[subject.name]{as=code list=letter-kind}');
    const plugin = {
      name: 'one',
      version: '1',
      codeLists: [codeList],
      templates: [{ id: 'letter', markdown }],
    };
    expect(createToolkit([plugin]).codeLists.get('letter-kind')?.title).toBe('Letters');
    expect(codeOf([{ ...plugin, codeLists: [{ ...codeList, checkedOn: 'today' }] }])).toBe(
      'CP_CODE_LIST_UNKNOWN',
    );
  });
});
