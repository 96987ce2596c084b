/** The contributions of this package to the toolkit. */
import { definePlugin } from '@cyber-prevent/core/plugin';
import manifest from '../package.json' with { type: 'json' };
import { referral } from './referral.js';

export { referral };

export const pluginTemplatePlugin = definePlugin({
  name: manifest.name,
  version: manifest.version,
  adapters: [referral],
});
