/**
 * The worker that keeps the files of one vault open, since synchronous handles exist in workers only. One request, one
 * answer, in order. A page with its name precedes each file's content, so that a new file that was never written to
 * differs from one that was emptied.
 */
import { crc32 } from './crc32.js';
import { type FilePart, VAULT_FILES, type VaultFile, type VaultFiles } from './files.js';

export type FilesAsk =
  | { readonly op: 'open'; readonly folder: string; readonly make: boolean }
  | { readonly op: 'size'; readonly name: VaultFile }
  | {
      readonly op: 'read';
      readonly name: VaultFile;
      readonly at: number;
      readonly length: number;
    }
  | { readonly op: 'checksums'; readonly name: VaultFile; readonly parts: readonly FilePart[] }
  | { readonly op: 'write'; readonly writes: readonly WorkerWrite[] }
  | { readonly op: 'truncate'; readonly name: VaultFile; readonly size: number }
  | { readonly op: 'close' };

interface WorkerWrite {
  readonly name: VaultFile;
  readonly at: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Exactly one of `value` and `error`. */
export interface FilesAnswer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
}

/** Declared here, since the page's types have none. */
interface SyncHandle {
  read(buffer: Uint8Array, options: { readonly at: number }): number;
  write(buffer: Uint8Array, options: { readonly at: number }): number;
  getSize(): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}
interface SyncFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<SyncHandle>;
}

/** A whole page, so that a torn write to the content never reaches the page in front of it. */
const FRONT_BYTES = 4096;
/** A page or worker that was ended a moment ago may still have its files open. */
const TRIES_TO_OPEN = 30;
const PAUSE_MS = 100;

const handles = new Map<VaultFile, SyncHandle>();
let folderName = '';

export type OpenedFiles = Pick<VaultFiles, 'missing' | 'unnamed'>;

async function open(folder: string, make: boolean): Promise<OpenedFiles> {
  folderName = folder;
  for (let tried = 1; ; tried += 1) {
    try {
      for (const name of VAULT_FILES) await hold(name, make);
      break;
    } catch (error) {
      close();
      if (!is(error, 'NoModificationAllowedError') || tried === TRIES_TO_OPEN) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
  const missing = VAULT_FILES.filter((name) => !isMade(name));
  const unnamed = VAULT_FILES.filter((name) => isMade(name) && !isNamed(name));
  if (make) {
    for (const name of missing) await made(name);
    for (const name of unnamed) writeFront(name);
  }
  return { missing, unnamed };
}

/** Opens the file; leaves a missing one unless `make` is set. */
async function hold(name: VaultFile, make: boolean): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(folderName, { create: make });
    const file = await folder.getFileHandle(name, { create: make });
    handles.set(name, await (file as SyncFileHandle).createSyncAccessHandle());
  } catch (error) {
    if (make || !is(error, 'NotFoundError')) throw error;
  }
}

function isMade(name: VaultFile): boolean {
  return (handles.get(name)?.getSize() ?? 0) >= FRONT_BYTES;
}

function isNamed(name: VaultFile): boolean {
  const there = new Uint8Array(FRONT_BYTES);
  handles.get(name)?.read(there, { at: 0 });
  return frontOf(name).every((byte, at) => byte === there[at]);
}

function frontOf(name: VaultFile): Uint8Array {
  const front = new Uint8Array(FRONT_BYTES);
  front.set(new TextEncoder().encode(`Cyber Prevent Toolkit, vault file 1, ${name}\n`));
  return front;
}

function writeFront(name: VaultFile): void {
  const handle = handles.get(name);
  if (!handle) return;
  writeAll(handle, frontOf(name), 0);
  handle.flush();
}

/** The handle of the file, which is made first if necessary. */
async function made(name: VaultFile): Promise<SyncHandle> {
  if (!handles.has(name)) await hold(name, true);
  const handle = handles.get(name);
  if (!handle) throw new DOMException('The file is not open', 'InvalidStateError');
  if (!isMade(name)) writeFront(name);
  return handle;
}

/** A full disk shows as a short write where it does not throw. */
function writeAll(handle: SyncHandle, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; ) {
    const count = handle.write(bytes.subarray(done), { at: at + done });
    if (!(count > 0)) throw new DOMException('The disk is full', 'QuotaExceededError');
    done += count;
  }
}

async function write(writes: readonly WorkerWrite[]): Promise<void> {
  const written = new Set<SyncHandle>();
  for (const { name, at, bytes } of writes) {
    const handle = await made(name);
    writeAll(handle, bytes, FRONT_BYTES + at);
    written.add(handle);
  }
  for (const handle of written) handle.flush();
}

async function truncate(name: VaultFile, size: number): Promise<void> {
  const handle = await made(name);
  handle.truncate(FRONT_BYTES + size);
  handle.flush();
}

function read(name: VaultFile, at: number, length: number): Uint8Array<ArrayBuffer> {
  const there = Math.max(0, Math.min(length, size(name) - at));
  const bytes = new Uint8Array(there);
  let done = 0;
  while (done < there) {
    const count = handles.get(name)?.read(bytes.subarray(done), { at: FRONT_BYTES + at + done });
    if (!count) break;
    done += count;
  }
  return done === there ? bytes : bytes.slice(0, done);
}

/** Computed here rather than in the caller: it takes as long as the rest of an opening. */
function checksums(name: VaultFile, parts: readonly FilePart[]): number[] {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return [];
  const bytes = read(name, first.at, last.at + last.length - first.at);
  return parts.map(({ at, length }) => {
    const from = Math.min(bytes.length, at - first.at);
    return crc32(bytes, from, Math.min(bytes.length, from + length));
  });
}

function size(name: VaultFile): number {
  return Math.max(0, (handles.get(name)?.getSize() ?? 0) - FRONT_BYTES);
}

function close(): void {
  for (const handle of handles.values()) handle.close();
  handles.clear();
}

async function carryOut(ask: FilesAsk): Promise<unknown> {
  switch (ask.op) {
    case 'open':
      return open(ask.folder, ask.make);
    case 'size':
      return size(ask.name);
    case 'read':
      return read(ask.name, ask.at, ask.length);
    case 'checksums':
      return checksums(ask.name, ask.parts);
    case 'write':
      return write(ask.writes);
    case 'truncate':
      return truncate(ask.name, ask.size);
    case 'close':
      return close();
  }
}

function is(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name;
}

let turn: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<{ readonly id: number; readonly ask: FilesAsk }>) => {
  const { id, ask } = data;
  turn = turn.then(async () => {
    try {
      const value = await carryOut(ask);
      const transfer = value instanceof Uint8Array ? [value.buffer] : [];
      self.postMessage({ id, value } satisfies FilesAnswer, { transfer });
    } catch (thrown) {
      const { name, message } = thrown as Error;
      self.postMessage({ id, error: { name, message } } satisfies FilesAnswer);
    }
  });
};
