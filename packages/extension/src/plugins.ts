/** The plugins that ship with the extension: the one file that names them. */
import type { Adapter } from '@cyber-prevent/core';
import { practiceRms } from '@cyber-prevent/plugin-practice-rms';

/** Adapters of every shipped plugin: data alone, so the panel loads no code of a plugin to paint. */
export const adapters: readonly Adapter[] = [...practiceRms.adapters];
