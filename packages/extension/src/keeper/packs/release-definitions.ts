/**
 * The definitions that come with the extension: what ships, and what the plugins of a force’s own edition add, which
 * were checked and written down when the edition was built.
 */
import { type Definition, shippedDefinitions } from '@cyber-prevent/core/pack';
import editionDefinitions from '../../edition-definitions.json' with { type: 'json' };

/** A definition of a plugin, with the plugin’s name. */
export interface EditionDefinition {
  readonly plugin: string;
  readonly definition: Definition;
}

export interface ReleaseDefinitions {
  readonly definitions: readonly Definition[];
  /** The plugin that adds a definition; none of what ships has one. */
  pluginOf(definition: object): string | undefined;
}

/** True if plugins of this edition add definitions: then there is something to follow without any pack. */
export const HAS_EDITION_DEFINITIONS = editionDefinitions.length > 0;

/** Checked once: each definition of the release is held to its kind. */
let shipped: readonly Definition[] | undefined;

/** One of a plugin replaces the shipped one of its kind and id. */
export function releaseDefinitions(
  edition = editionDefinitions as unknown as readonly EditionDefinition[],
): ReleaseDefinitions {
  shipped ??= shippedDefinitions();
  const plugins = new Map<object, string>(
    edition.map(({ plugin, definition }) => [definition, plugin]),
  );
  const byName = new Map(
    [...shipped, ...edition.map(({ definition }) => definition)].map((each) => [
      nameOf(each),
      each,
    ]),
  );
  return {
    definitions: [...byName.values()],
    pluginOf: (definition) => plugins.get(definition),
  };
}

function nameOf({ kind, id }: Definition): string {
  return `${kind}/${id}`;
}
