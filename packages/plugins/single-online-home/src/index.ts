/** Imports referrals from JSON of the public Standard Data Model, and exports them to it. */
import { definePlugin } from '@cyber-prevent/core/plugin';
import manifest from '../package.json' with { type: 'json' };
import { singleOnlineHomeImporter } from './read-json.js';
import { singleOnlineHomeExporter } from './write-json.js';

export { STANDARD_PATHS, WRITABLE_PATHS } from './approval.js';
export {
  type AttributeRow,
  type LinkRow,
  type Mapping,
  mapping,
  type Owner,
  type Part,
  type Paths,
  type RoleRow,
  type Status,
} from './mapping.js';
export { exporterOf, type SingleOnlineHomeExporter } from './write-json.js';
export { singleOnlineHomeExporter, singleOnlineHomeImporter };

export const singleOnlineHome = definePlugin({
  name: '@cyber-prevent/plugin-single-online-home',
  version: manifest.version,
  importers: [singleOnlineHomeImporter],
  exporters: [singleOnlineHomeExporter],
});
