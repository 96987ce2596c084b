/**
 * Sends orders to a worker that runs importers and exporters, from a page of ours. Each order has a frame and a worker of its own, which
 * end when it has answered, is stopped, or takes too long.
 */
import { failed, type Result } from '@cyber-prevent/core';
import { openFrame } from '../frame-link.js';
import type { FileOrder } from './file-order.js';
import { fileTrouble } from './file-reply.js';
import { type FileService, fileService } from './file-service.js';
import type { TakeReply } from './file-take.js';
import { sendOrder } from './send-order.js';

interface Patience {
  /** Milliseconds without any message. */
  readonly quietMs: number;
  /** Milliseconds in all. */
  readonly wholeMs: number;
}

const PATIENCE: Patience = { quietMs: 30_000, wholeMs: 180_000 };

/** @param frameUrl - address of the sandboxed page */
export function fileClient(frameUrl: string, patience = PATIENCE): FileService {
  return fileService((order, take, signal) => askFile(frameUrl, order, take, patience, signal));
}

function askFile<T>(
  frameUrl: string,
  order: FileOrder,
  take: TakeReply<T>,
  { quietMs, wholeMs }: Patience,
  signal?: AbortSignal,
): Promise<Result<T>> {
  const trouble = (code: Parameters<typeof fileTrouble>[0]) =>
    failed(fileTrouble(code, order.kind === 'write'));
  return new Promise((resolve) => {
    const frame = openFrame(frameUrl, (broken) =>
      end(trouble(broken === undefined ? 'file-not-started' : 'file-broke')),
    );
    const tooSlow = (): void => end(trouble('file-too-slow'));
    const stopped = (): void => end(trouble('file-stopped'));
    const whole = setTimeout(tooSlow, wholeMs);
    let quiet = setTimeout(tooSlow, quietMs);
    let hasEnded = false;
    const end = (result: Result<T>): void => {
      if (hasEnded) return;
      hasEnded = true;
      clearTimeout(whole);
      clearTimeout(quiet);
      signal?.removeEventListener('abort', stopped);
      frame.stop(1);
      frame.close();
      resolve(result);
    };
    if (signal?.aborted) {
      stopped();
      return;
    }
    signal?.addEventListener('abort', stopped);
    const port = frame.start(1, 'file');
    port.onmessage = ({ data }) => {
      if (hasEnded) return;
      clearTimeout(quiet);
      quiet = setTimeout(tooSlow, quietMs);
      try {
        const result = take(data);
        if (result) end(result);
      } catch {
        end(trouble('file-broke'));
      }
    };
    sendOrder(
      order,
      (message) => port.postMessage(message),
      () => hasEnded,
    ).catch(() => end(trouble('file-broke')));
  });
}
