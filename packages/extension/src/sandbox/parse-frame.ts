/**
 * The sandboxed frame: it has its own origin, no network, and no access to anything of ours. It reads nothing itself,
 * since it shares the panel's thread; it starts the worker that does, and ends it on request.
 */
import * as v from 'valibot';

/** Sent once, with a port, by the page of ours that made the frame. */
export const Connect = v.strictObject({ type: v.literal('parse/connect') });

/** Orders over that port: `start` comes with the port for the worker's answers. */
export const FrameOrder = v.variant('type', [
  v.strictObject({
    type: v.literal('start'),
    worker: v.number(),
    /** The script to run: the one that reads pages, teaches on them, or reads files. */
    of: v.exactOptional(v.picklist(['parse', 'teach', 'file'])),
  }),
  v.strictObject({ type: v.literal('stop'), worker: v.number() }),
]);
export type FrameOrder = v.InferOutput<typeof FrameOrder>;

export const FrameNotice = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  /** The worker could not be started, or broke: no more messages will come from it. */
  v.strictObject({ type: v.literal('failed'), worker: v.number() }),
]);
export type FrameNotice = v.InferOutput<typeof FrameNotice>;

type WorkerName = 'parse' | 'teach' | 'file';

/** @param files - the workers' scripts, relative to the frame's page */
export function startParseFrame(
  files: Readonly<Record<WorkerName, string>> = {
    parse: 'parse-worker.js',
    teach: 'teach-worker.js',
    file: 'file-worker.js',
  },
): void {
  let connected = false;
  addEventListener('message', (event) => {
    const [port] = event.ports;
    // Only the embedder connects, and once: a second would be someone else.
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

/**
 * Starts a worker from a blob that loads the file: without an origin the frame may not start one from the file itself.
 */
function workerOf(script: string): Worker {
  const source = new Blob([`importScripts(${JSON.stringify(script)});`], {
    type: 'text/javascript',
  });
  const address = URL.createObjectURL(source);
  try {
    return new Worker(address);
  } finally {
    // In some browsers the worker has not fetched it yet.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}
