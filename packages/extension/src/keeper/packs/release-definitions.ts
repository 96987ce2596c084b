/** The definitions that come with the extension: what ships, and what the plugins of a force’s own edition add. */
import { type Definition, shippedDefinitions } from '@cyber-prevent/core/pack';
import { EDITION_DEFINITIONS } from './edition-definitions.js';

export interface ReleaseDefinitions {
  readonly definitions: readonly Definition[];
  /** The plugin that adds a definition; none of what ships has one. */
  pluginOf(definition: object): string | undefined;
}

/** Checked once: each definition of the release is held to its kind. */
let shipped: readonly Definition[] | undefined;

/** One of a plugin replaces the shipped one of its kind and id. */
export function releaseDefinitions(edition = EDITION_DEFINITIONS): ReleaseDefinitions {
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
