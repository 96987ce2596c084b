/** Adapters for the three looks of the practice record system. Copy this package to start one of your own. */
import { definePlugin } from '@cyber-prevent/core/plugin';
import manifest from '../package.json' with { type: 'json' };
import { legacy } from './legacy.js';
import { legacyContact } from './legacy-contact.js';
import { lists } from './lists.js';
import { listsContact } from './lists-contact.js';
import { summary } from './summary.js';
import { summaryContact } from './summary-contact.js';

export { legacy, legacyContact, lists, listsContact, summary, summaryContact };

export const practiceRms = definePlugin({
  name: '@cyber-prevent/plugin-practice-rms',
  version: manifest.version,
  adapters: [legacy, legacyContact, lists, listsContact, summary, summaryContact],
});
