/** The word that the force’s policy has changed, from the service worker, which alone hears it in Chromium, to the keeper. */

const CHANNEL = 'cp-policy';

type OpenChannel = (name: string) => BroadcastChannel;

/** Says so to the keeper. Waits for no answer: without one, the policy is read at the next unlock. */
export function tellPolicyChanged(
  openChannel: OpenChannel = (name) => new BroadcastChannel(name),
): void {
  const channel = openChannel(CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

/**
 * Calls the listener at each such word. The word says nothing of the policy itself: that is read.
 *
 * @returns a function that stops it
 */
export function hearPolicyChanged(openChannel: OpenChannel, listener: () => void): () => void {
  const channel = openChannel(CHANNEL);
  channel.onmessage = () => listener();
  return () => channel.close();
}
