/** Asks the keeper to lock, on behalf of any caller: the service worker on idleness or a screen lock. */
import { CHANNEL, type Request } from './desk/messages.js';

/** Waits for no answer: without a keeper there is nothing to lock. */
export function lockKeeper(openChannel = (name: string) => new BroadcastChannel(name)): void {
  const channel = openChannel(CHANNEL);
  const request: Request = {
    to: 'keeper',
    client: crypto.randomUUID(),
    id: crypto.randomUUID(),
    verb: 'lock',
    args: [],
  };
  channel.postMessage(request);
  channel.close();
}
