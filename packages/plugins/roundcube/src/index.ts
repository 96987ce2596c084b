/** Adapters for Roundcube webmail: a message by itself and in the preview, a contact shown and edited. */
import { definePlugin } from '@cyber-prevent/core/plugin';
import manifest from '../package.json' with { type: 'json' };
import { compose } from './compose.js';
import { contact } from './contact.js';
import { contactEdit } from './contact-edit.js';
import { message } from './message.js';
import { preview } from './preview.js';

export { compose, contact, contactEdit, message, preview };

export const roundcube = definePlugin({
  name: '@cyber-prevent/plugin-roundcube',
  version: manifest.version,
  adapters: [message, preview, contact, contactEdit, compose],
});
