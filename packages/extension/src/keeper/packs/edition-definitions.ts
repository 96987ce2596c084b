/** The definitions that the plugins of a force’s own edition add: checked and written down when it was built. */
import type { Definition, DefinitionName } from '@cyber-prevent/core/pack';
import written from '../../edition-definitions.json' with { type: 'json' };

interface EditionDefinition {
  /** Name of the plugin’s package. */
  readonly plugin: string;
  readonly definition: Definition;
}

const given = written as unknown as readonly EditionDefinition[];

export function hasEditionDefinitions(): boolean {
  return given.length > 0;
}

/** Definitions that ship with this edition: those of its plugins in place of the toolkit’s own of their ids. */
export function withEditionDefinitions(shipped: readonly Definition[]): readonly Definition[] {
  const all = [...shipped, ...given.map(({ definition }) => definition)];
  return [...new Map(all.map((each) => [`${each.kind}/${each.id}`, each])).values()];
}

/** The plugin that a definition without a pack ships with; undefined for the toolkit’s own. */
export function pluginOf({ kind, id }: DefinitionName): string | undefined {
  return given.findLast(({ definition }) => definition.kind === kind && definition.id === id)
    ?.plugin;
}
