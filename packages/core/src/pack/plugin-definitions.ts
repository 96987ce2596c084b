/** The code lists, instruments and templates of a plugin as definitions, for a force’s own edition of the toolkit. */
import type { CodeList, CodeLists } from '../codes/code-list.js';
import { loadTemplate, type TemplateSource } from '../report/template.js';
import type { Instrument } from '../risk/instrument.js';
import { definitionOf } from './definition-of.js';
import type { Definition } from './pack.js';

/** The parts of a plugin that are definitions, and its name. */
export interface DefiningPlugin {
  readonly name: string;
  readonly version: string;
  readonly instruments?: readonly Instrument[];
  readonly templates?: readonly TemplateSource[];
  readonly codeLists?: readonly PluginCodeList[];
}

/** A code list of a plugin: dates are plain text. */
type PluginCodeList = Omit<CodeList, 'checkedOn' | 'codes'> & {
  readonly checkedOn: string;
  readonly codes: readonly object[];
};

/**
 * Each definition has the standing, the source and the day that it says itself; what says none is the plugin’s own, last
 * checked on the day that the caller gives. None is official, for no key signs a plugin.
 *
 * @param lists - the lists that ship, with those of every plugin
 * @param checkedOn - `2026-12-01`: the day on which the plugin is taken up
 * @throws {PreventError} `CP_RECORD_INVALID` when one does not pass the check of its kind: one that calls itself official does not
 */
export function pluginDefinitions(
  { name, version, codeLists = [], instruments = [], templates = [] }: DefiningPlugin,
  { lists, checkedOn }: { readonly lists: CodeLists; readonly checkedOn: string },
): readonly Definition[] {
  const own = {
    version,
    status: 'proposed',
    source: `Plugin ${name}, version ${version}`,
    checkedOn,
  };
  return [
    ...codeLists.map((list) => definitionOf('code-list', { ...own, ...list }, list, { lists })),
    ...instruments.map((each) =>
      definitionOf(
        'instrument',
        { ...own, ...each, status: own.status, checkedOn: each.checkedOn ?? checkedOn },
        each,
        { lists },
      ),
    ),
    ...templates.map((template) => {
      const { id, title } = loadTemplate(template, { lists });
      return definitionOf(
        'template',
        { ...own, id, title },
        { markdown: template.markdown },
        { lists },
      );
    }),
  ];
}
