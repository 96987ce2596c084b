/** Asks the keeper to lock, from wherever the word comes: the service worker on idleness or a screen lock. */
import { CHANNEL, type Request } from './desk/messages.js';

/** No answer is waited for: where there is no keeper there is nothing to lock. */
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
