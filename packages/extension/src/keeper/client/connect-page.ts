/** Connects this page to the keeper, and reports to it when the page closes. */

import { CHANNEL } from '../desk/messages.js';
import { connectKeeper, type KeeperConnection } from './client.js';

/** @param ensureKeeper - Chromium: `ensureOffscreen`; Firefox: calls `keepHere` */
export function connectPage(ensureKeeper: () => Promise<void>): KeeperConnection {
  const connection = connectKeeper({ channel: new BroadcastChannel(CHANNEL), ensureKeeper });
  addEventListener('pagehide', () => connection.leave());
  return connection;
}
