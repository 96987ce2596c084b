/** Adapters for the three looks of the practice record system. Copy this package to begin one of your own. */
import { definePlugin } from '@cyber-prevent/core/plugin';
import manifest from '../package.json' with { type: 'json' };
import { legacy } from './legacy.js';
import { lists } from './lists.js';
import { summary } from './summary.js';

export { legacy, lists, summary };

export const practiceRms = definePlugin({
  name: '@cyber-prevent/plugin-practice-rms',
  version: manifest.version,
  adapters: [legacy, lists, summary],
});
