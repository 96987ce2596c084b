/** The additions a package may make to the toolkit, checked by type where they are written. */
import type { Adapter } from '../capture/adapter/adapter.js';
import type { CodeList, ListOrigin } from '../codes/code-list.js';
import type { TemplateSource } from '../report/template.js';
import type { Instrument } from '../risk/instrument.js';
import type { Exporter } from './exporter.js';
import type { Importer } from './importer.js';

/** Additions of a plugin. Every list is optional; a plugin with none does nothing. */
export interface Plugin {
  /** The package name, so that a stored capture says which release read it. */
  readonly name: string;
  readonly version: string;
  readonly adapters?: readonly Adapter[];
  readonly instruments?: readonly Instrument[];
  readonly importers?: readonly Importer[];
  readonly exporters?: readonly Exporter[];
  readonly templates?: readonly TemplateSource[];
  /** Code lists to add. One with the id of a shipped list replaces it: a force's own outcomes, for example. */
  readonly codeLists?: readonly CodeListData[];
}

/** A code list as it is written in data: dates are plain text until `gatherCodeLists` has checked them. */
export type CodeListData = Omit<CodeList, 'checkedOn' | 'codes' | keyof ListOrigin> & {
  readonly checkedOn: string;
  readonly codes: readonly {
    readonly code: string;
    readonly label: string;
    readonly hint?: string;
    readonly from?: string;
    readonly to?: string;
    readonly under?: string;
  }[];
};

/** Checks a plugin where it is written; returns it unchanged, keeping its exact type. */
export function definePlugin<const P extends Plugin>(plugin: P): P {
  return plugin;
}

/** The ids that a list of plugins adds, as a union of literals; any text if the compiler does not know the plugins. */
export type AddedId<P extends readonly Plugin[], K extends PluginList> = Plugin extends P[number]
  ? string
  : Ids<P[number], K>;

/** The lists of a plugin whose entries are looked up by id. */
export type PluginList = 'adapters' | 'instruments' | 'importers' | 'exporters' | 'templates';

type Ids<P, K extends PluginList> = P extends {
  readonly [key in K]: readonly { readonly id: infer I extends string }[];
}
  ? I
  : never;
