/** Our end of the sandboxed frame: made once, hidden, asked to start workers and to end them. */
import * as v from 'valibot';
import { FrameNotice, type FrameOrder } from './parse-frame.js';

/** Milliseconds within which the frame must have said that it is there. */
const PATIENCE_MS = 10_000;

export interface FrameLink {
  /** A new worker's port; what is sent is held until it listens. */
  start(worker: number, of?: 'teach'): MessagePort;
  stop(worker: number): void;
  close(): void;
}

/**
 * @param broken - told the worker that failed, or undefined when the frame itself never answered
 */
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
  // Firefox has no sandboxed extension pages: there this attribute alone takes the frame's origin away.
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.src = url;
  const timer = setTimeout(() => broken(undefined), patienceMs);
  frame.addEventListener(
    'load',
    // It has no origin to name; nothing but the port is sent.
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
