/** The templates of the plugins of a force’s own edition: checked and written down as JSON when it was built. */
import type { Definition, DefinitionName } from '@cyber-prevent/core/pack';
import rows from '../../edition-templates.json' with { type: 'json' };

interface EditionTemplate {
  /** Name of the plugin’s package. */
  readonly plugin: string;
  readonly definition: Definition<'template'>;
}

const given: readonly EditionTemplate[] = rows;

export function hasEditionTemplates(): boolean {
  return given.length > 0;
}

/** What ships with this edition: its templates in place of those of the toolkit that have their ids. */
export function withEditionTemplates(shipped: readonly Definition[]): readonly Definition[] {
  return [
    ...shipped.filter((each) => pluginOf(each) === undefined),
    ...given.map(({ definition }) => definition),
  ];
}

/** The plugin that a definition ships with; undefined for the toolkit’s own. */
export function pluginOf({ kind, id }: DefinitionName): string | undefined {
  return given.find(({ definition }) => definition.kind === kind && definition.id === id)?.plugin;
}
