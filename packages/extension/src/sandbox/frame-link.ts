/** Our end of the sandboxed frame: made once and hidden; it starts and ends workers on our orders. */
import * as v from 'valibot';
import { FrameNotice, type FrameOrder } from './parse-frame.js';

/** Milliseconds in which the frame must report that it is there. */
const PATIENCE_MS = 10_000;

export interface FrameLink {
  /** Starts a worker and gives its port; messages are queued until it listens. */
  start(worker: number, of?: 'teach' | 'file'): MessagePort;
  stop(worker: number): void;
  close(): void;
}

/** @param broken - called with the worker that failed, or undefined when the frame itself never answered */
export function openFrame(
  url: string,
  broken: (worker: number | undefined) => void,
  patienceMs = PATIENCE_MS,
): FrameLink {
  const { port1: port, port2: theirs } = new MessageChannel();
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = '';
  frame.setAttribute('aria-hidden', 'true');
  // Firefox has no sandboxed extension pages: there only this attribute removes the frame's origin.
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.src = url;
  const timer = setTimeout(() => broken(undefined), patienceMs);
  frame.addEventListener(
    'load',
    // The frame has an opaque origin; only the port is sent.
    () => frame.contentWindow?.postMessage({ type: 'parse/connect' }, '*', [theirs]),
    { once: true },
  );
  port.onmessage = ({ data }) => {
    const notice = v.safeParse(FrameNotice, data);
    if (!notice.success) return;
    clearTimeout(timer);
    if (notice.output.type === 'failed') broken(notice.output.worker);
  };
  document.body.append(frame);

  const order = (sent: FrameOrder, transfer: Transferable[] = []): void =>
    port.postMessage(sent, transfer);
  return {
    start(worker, of) {
      const channel = new MessageChannel();
      order({ type: 'start', worker, ...(of ? { of } : {}) }, [channel.port2]);
      return channel.port1;
    },
    stop: (worker) => order({ type: 'stop', worker }),
    close() {
      clearTimeout(timer);
      port.close();
      frame.remove();
    },
  };
}
