/** Exports referrals to a spreadsheet file and imports them again. */
import { definePlugin } from '@cyber-prevent/core/plugin';
import manifest from '../package.json' with { type: 'json' };
import { csvImporter } from './read-csv.js';
import { csvExporter } from './write-csv.js';

export { csvExporter, csvImporter };

export const csv = definePlugin({
  name: '@cyber-prevent/plugin-csv',
  version: manifest.version,
  importers: [csvImporter],
  exporters: [csvExporter],
});
