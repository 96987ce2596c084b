/** The teaching worker: started for one order, and ended once it has answered. */

import type { TeachOrder } from './teach-order.js';
import { teachAnswer } from './teach-page.js';

/** Waits for the port from the page of ours; only the frame that started it can send one. */
export function startTeachWorker(): void {
  addEventListener('message', (event) => {
    const [port] = event.ports;
    if (!port) return;
    port.onmessage = ({ data }: MessageEvent<TeachOrder>) => {
      port.postMessage(JSON.stringify(teachAnswer(data)));
    };
  });
}
