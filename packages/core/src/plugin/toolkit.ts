/** The plugins of one installation, gathered and checked once, at the start. */
import type { Adapter } from '../capture/adapter/adapter.js';
import { checkAdapter } from '../capture/adapter/check-adapter.js';
import type { CodeLists } from '../codes/code-list.js';
import { gatherCodeLists } from '../codes/shipped.js';
import { loadTemplate, type Template } from '../report/template.js';
import { checkInstrument } from '../risk/check-instrument.js';
import type { Instrument } from '../risk/instrument.js';
import { PreventError, type PreventErrorCode } from '../shared/errors.js';
import type { Result } from '../shared/issue.js';
import type { Exporter } from './exporter.js';
import type { Importer } from './importer.js';
import type { AddedId, Plugin, PluginList } from './plugin.js';

/** Gathered additions, each list in the order of the plugins. An entry looked up by id must have been added. */
export interface Toolkit<P extends readonly Plugin[] = readonly Plugin[]> {
  readonly plugins: P;
  readonly adapters: readonly Adapter[];
  readonly instruments: readonly Instrument[];
  readonly importers: readonly Importer[];
  readonly exporters: readonly Exporter[];
  readonly templates: readonly Template[];
  /** The shipped lists, with the lists that plugins add or replace. */
  readonly codeLists: CodeLists;
  /** @throws {PreventError} `CP_PLUGIN_UNKNOWN_ID`, as the four below */
  adapter(id: AddedId<P, 'adapters'>): Adapter;
  instrument(id: AddedId<P, 'instruments'>): Instrument;
  importer(id: AddedId<P, 'importers'>): Importer;
  exporter(id: AddedId<P, 'exporters'>): Exporter;
  template(id: AddedId<P, 'templates'>): Template;
}

/**
 * Gathers the plugins' additions, in the order given, and checks them: a wrong plugin is found when the toolkit starts.
 *
 * @throws {PreventError} `CP_PLUGIN_DUPLICATE_ID` when two plugins add the same id; `CP_ADAPTER_INVALID`,
 * `CP_RECORD_INVALID` (an instrument), `CP_TEMPLATE_INVALID` or `CP_CODE_LIST_UNKNOWN` when an entry fails its check
 */
export function createToolkit<const P extends readonly Plugin[]>(plugins: P): Toolkit<P> {
  refuseTwice(plugins);
  const codeLists = gatherCodeLists(...plugins.map((plugin) => plugin.codeLists ?? []));
  const adapters = gather(plugins, 'adapters', (adapter: Adapter) =>
    accepted('CP_ADAPTER_INVALID', adapter.id, checkAdapter(adapter)),
  );
  const instruments = gather(plugins, 'instruments', (instrument: Instrument) =>
    accepted('CP_RECORD_INVALID', instrument.id, checkInstrument(instrument)),
  );
  const importers = gather(plugins, 'importers', (importer: Importer) => importer);
  const exporters = gather(plugins, 'exporters', (exporter: Exporter) => exporter);
  const templates = gather(plugins, 'templates', (source) =>
    loadTemplate(source, { lists: codeLists }),
  );
  return {
    plugins,
    codeLists,
    adapters: [...adapters.values()],
    instruments: [...instruments.values()],
    importers: [...importers.values()],
    exporters: [...exporters.values()],
    templates: [...templates.values()],
    adapter: (id) => pick(adapters, 'adapter', id),
    instrument: (id) => pick(instruments, 'instrument', id),
    importer: (id) => pick(importers, 'importer', id),
    exporter: (id) => pick(exporters, 'exporter', id),
    template: (id) => pick(templates, 'template', id),
  };
}

/** Refuses a package given twice. Every id would be reported as a duplicate; this message is shorter. */
function refuseTwice(plugins: readonly Plugin[]): void {
  const names = new Set<string>();
  for (const { name } of plugins) {
    if (names.has(name))
      throw new PreventError('CP_PLUGIN_DUPLICATE_ID', `Plugin "${name}" is given twice`);
    names.add(name);
  }
}

function gather<K extends PluginList, T>(
  plugins: readonly Plugin[],
  list: K,
  check: (entry: NonNullable<Plugin[K]>[number]) => T,
): ReadonlyMap<string, T> {
  const gathered = new Map<string, T>();
  for (const plugin of plugins) {
    for (const entry of (plugin[list] ?? []) as NonNullable<Plugin[K]>) {
      if (gathered.has(entry.id))
        throw new PreventError(
          'CP_PLUGIN_DUPLICATE_ID',
          `${plugin.name} adds "${entry.id}" to ${list}, which is already provided`,
        );
      gathered.set(entry.id, check(entry));
    }
  }
  return gathered;
}

function accepted<T>(code: PreventErrorCode, id: string, result: Result<T>): T {
  if (result.ok) return result.value;
  const issues = result.issues.map(({ at, message }) => `${at ?? id}: ${message}`);
  throw new PreventError(code, `"${id}": ${issues.join('; ')}`);
}

function pick<T>(entries: ReadonlyMap<string, T>, what: string, id: string): T {
  const entry = entries.get(id);
  if (!entry) throw new PreventError('CP_PLUGIN_UNKNOWN_ID', `No plugin adds ${what} "${id}"`);
  return entry;
}
