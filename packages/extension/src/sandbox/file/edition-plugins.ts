/** The plugins that a force adds to its own edition: none here. `pnpm edition` writes this file in the copy it builds. */
import type { Plugin } from '@cyber-prevent/core/plugin';

export const EDITION_PLUGINS: readonly Plugin[] = [];
