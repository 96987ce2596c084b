/** The files in the browser: the origin private file system, through a worker that has them open. */
import { PreventError } from '@cyber-prevent/core';
import { startWorker } from '../../vault/own-worker.js';
import type { FileWrite, OpenFiles, OpenFilesOptions, VaultFiles } from './files.js';
import type { FilesAnswer, FilesAsk, OpenedFiles } from './opfs.worker.js';
import { storageError } from './trouble.js';
import { vaultName } from './vault-names.js';

/** @throws {PreventError} `CP_STORE_CLOSED` when files are unavailable, or another page of ours has them open */
export const openFiles: OpenFiles = (kind, options) => openFolder(vaultName(kind, 1), options);

/** The files of that folder. @throws {PreventError} as `openFiles` does */
export async function openFolder(folder: string, { make }: OpenFilesOptions): Promise<VaultFiles> {
  const line = openLine(startWorker('files'));
  let opened: OpenedFiles;
  try {
    opened = (await line.ask({ op: 'open', folder, make })) as OpenedFiles;
  } catch (error) {
    line.end();
    throw error;
  }
  return {
    ...opened,
    size: async (name) => (await line.ask({ op: 'size', name })) as number,
    read: async (name, at, length) =>
      (await line.ask({ op: 'read', name, at, length })) as Uint8Array<ArrayBuffer>,
    checksums: async (name, parts) =>
      (await line.ask({ op: 'checksums', name, parts })) as readonly number[],
    write: async (writes) => {
      await line.ask({ op: 'write', writes }, buffersOf(writes));
    },
    truncate: async (name, size) => {
      await line.ask({ op: 'truncate', name, size });
    },
    async close() {
      await line.ask({ op: 'close' });
      line.end();
    },
  };
}

/** Each buffer once, or the browser refuses to transfer them. */
function buffersOf(writes: readonly FileWrite[]): ArrayBuffer[] {
  return [...new Set(writes.map(({ bytes }) => bytes.buffer))];
}

interface Line {
  ask(ask: FilesAsk, give?: ArrayBuffer[]): Promise<unknown>;
  /** Ends the worker; pending requests fail. */
  end(): void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: PreventError) => void;
}

function openLine(worker: Worker): Line {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let isEnded = false;

  const end = (): void => {
    isEnded = true;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(ended());
    waiting.clear();
  };
  worker.onerror = end;
  worker.onmessageerror = end;
  worker.onmessage = ({ data }: MessageEvent<FilesAnswer>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error === undefined) one?.resolve(data.value);
    else one?.reject(filesError(data.error));
  };
  return {
    end,
    ask: (ask, give = []) =>
      new Promise((resolve, reject) => {
        if (isEnded) return reject(ended());
        asked += 1;
        waiting.set(asked, { resolve, reject });
        worker.postMessage({ id: asked, ask }, give);
      }),
  };
}

function filesError({ name, message }: { name: string; message: string }): PreventError {
  const cause = new DOMException(message, name);
  if (name !== 'NoModificationAllowedError') return storageError(cause);
  return new PreventError(
    'CP_STORE_CLOSED',
    'The records are open in another window of this browser that does not answer. Close the other windows of the toolkit, then unlock again.',
    { cause },
  );
}

function ended(): PreventError {
  return new PreventError(
    'CP_STORE_CLOSED',
    'The browser has closed the files of the records. Lock, unlock and try again.',
  );
}
