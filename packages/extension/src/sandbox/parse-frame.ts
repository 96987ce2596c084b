/**
 * The sandboxed frame: an origin of its own, no network, nothing of ours in reach. It reads nothing itself, since it
 * shares the panel's thread; it starts the worker that does, and ends it when told.
 */
import * as v from 'valibot';

/** Sent once by the page of ours that made the frame, with a port. */
export const Connect = v.strictObject({ type: v.literal('parse/connect') });

/** Over that port: `start` comes with the port that the worker is to answer on. */
export const FrameOrder = v.variant('type', [
  v.strictObject({
    type: v.literal('start'),
    worker: v.number(),
    /** Which script it runs: that reads pages, or that teaches on them. */
    of: v.exactOptional(v.picklist(['parse', 'teach'])),
  }),
  v.strictObject({ type: v.literal('stop'), worker: v.number() }),
]);
export type FrameOrder = v.InferOutput<typeof FrameOrder>;

export const FrameNotice = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  /** The worker could not be started, or broke: nothing more will come from it. */
  v.strictObject({ type: v.literal('failed'), worker: v.number() }),
]);
export type FrameNotice = v.InferOutput<typeof FrameNotice>;

type WorkerName = 'parse' | 'teach';

/** @param files - the workers' scripts, beside the frame's page */
export function startParseFrame(
  files: Readonly<Record<WorkerName, string>> = {
    parse: 'parse-worker.js',
    teach: 'teach-worker.js',
  },
): void {
  let connected = false;
  addEventListener('message', (event) => {
    const [port] = event.ports;
    // The embedder alone, and once: a second would be somebody else.
    if (connected || event.source !== parent || !port || !v.is(Connect, event.data)) return;
    connected = true;
    serve(port, (name) => new URL(files[name], location.href).href);
  });
}

function serve(port: MessagePort, scriptOf: (name: WorkerName) => string): void {
  const workers = new Map<number, Worker>();
  const tell = (notice: FrameNotice): void => port.postMessage(notice);

  function stop(number: number): void {
    workers.get(number)?.terminate();
    workers.delete(number);
  }

  port.onmessage = (event) => {
    const order = v.safeParse(FrameOrder, event.data);
    if (!order.success) return;
    const { type, worker: number } = order.output;
    const [answers] = event.ports;
    if (type === 'stop') stop(number);
    if (type === 'stop' || !answers) return;
    try {
      const worker = workerOf(scriptOf(('of' in order.output && order.output.of) || 'parse'));
      workers.set(number, worker);
      worker.onerror = () => {
        stop(number);
        tell({ type: 'failed', worker: number });
      };
      worker.postMessage({ type: 'parse/port' }, [answers]);
    } catch {
      tell({ type: 'failed', worker: number });
    }
  };
  tell({ type: 'ready' });
}

/** Without an origin the frame may not start a worker from a file, only from a blob; and the blob may load the file. */
function workerOf(script: string): Worker {
  const source = new Blob([`importScripts(${JSON.stringify(script)});`], {
    type: 'text/javascript',
  });
  const address = URL.createObjectURL(source);
  try {
    return new Worker(address);
  } finally {
    // The worker has not fetched it yet in every browser.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}
