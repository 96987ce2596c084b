/** Adapters for Request Tracker 5: a ticket displayed, edited and in its history, and the person who wrote in. */
import { definePlugin } from '@cyber-prevent/core/plugin';
import manifest from '../package.json' with { type: 'json' };
import { edit } from './edit.js';
import { history } from './history.js';
import { reply } from './reply.js';
import { ticket } from './ticket.js';
import { user } from './user.js';
import { userAdmin } from './user-admin.js';

export { edit, history, reply, ticket, user, userAdmin };

export const requestTracker = definePlugin({
  name: '@cyber-prevent/plugin-request-tracker',
  version: manifest.version,
  adapters: [ticket, edit, history, reply, user, userAdmin],
});
