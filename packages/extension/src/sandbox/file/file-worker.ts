/** The worker that runs importers and exporters: started for one order, and ended once it has answered. */
import { answerFile } from './file-answer.js';
import type { FileOrder } from './file-order.js';
import { HOSTED } from './hosted.js';

/** Waits for the port from the page of ours; only the frame that started it can send one. */
export function startFileWorker(): void {
  addEventListener('message', (event) => {
    const [port] = event.ports;
    if (!port) return;
    port.onmessage = ({ data }: MessageEvent<FileOrder>) =>
      void answerFile(data, HOSTED, (reply) => port.postMessage(reply));
  });
}
