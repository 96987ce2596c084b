/** The plugins that ship with the extension: the one file that names them. */
import type { Adapter } from '@cyber-prevent/core';
import { govukPatterns } from '@cyber-prevent/plugin-govuk-patterns';
import { practiceRms } from '@cyber-prevent/plugin-practice-rms';
import { requestTracker } from '@cyber-prevent/plugin-request-tracker';
import { roundcube } from '@cyber-prevent/plugin-roundcube';
import editionAdapters from './edition-adapters.json' with { type: 'json' };

/**
 * Adapters of every shipped plugin: data alone, so the panel loads no code of a plugin to paint. Those of a force's own
 * edition were checked and written down as JSON when it was built.
 */
export const adapters: readonly Adapter[] = [
  ...practiceRms.adapters,
  ...requestTracker.adapters,
  ...roundcube.adapters,
  ...govukPatterns.adapters,
  ...editionAdapters,
];
