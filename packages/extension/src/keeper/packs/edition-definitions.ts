/** The definitions that the plugins of a force’s own edition add: checked and written down when it was built. */
import type { Definition } from '@cyber-prevent/core/pack';
import written from '../../edition-definitions.json' with { type: 'json' };

/** A definition of a plugin, with the plugin’s name. */
export interface EditionDefinition {
  readonly plugin: string;
  readonly definition: Definition;
}

export const EDITION_DEFINITIONS = written as unknown as readonly EditionDefinition[];
