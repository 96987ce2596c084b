/** The worker that runs importers and exporters: started for one order, and ended once it has answered. */
import type { Plugin } from '@cyber-prevent/core/plugin';
import { answerFile } from './file-answer.js';
import { HOSTED } from './hosted.js';
import { takeOrder } from './send-order.js';

/**
 * Waits for the port from the page of ours; only the frame that started it can send one.
 *
 * @param plugins - those that ship, unless a test has others
 */
export function startFileWorker(plugins: readonly Plugin[] = HOSTED): void {
  addEventListener('message', (event) => {
    const [port] = event.ports;
    if (!port) return;
    const take = takeOrder();
    port.onmessage = ({ data }: MessageEvent<Parameters<typeof take>[0]>) => {
      const order = take(data);
      if (order) void answerFile(order, plugins, (reply) => port.postMessage(reply));
    };
  });
}
