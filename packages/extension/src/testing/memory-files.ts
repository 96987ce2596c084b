/**
 * The vault's files in memory, for tests, with the failures of real disks: a stop after any byte, writes that never
 * reached the disk or only in part, a full disk, and bytes damaged while not in use.
 */

import { crc32 } from '../storage/place/crc32.js';
import { VAULT_FILES, type VaultFile, type VaultFiles } from '../storage/place/files.js';
import { storageError } from '../storage/place/trouble.js';
import type { Bytes } from '../vault/bytes.js';

export interface MemoryDisk {
  /** Opens the files, as after the vault was closed, or after `restart`. */
  open(options?: { readonly make: boolean }): VaultFiles;
  /** Cuts the power after so many bytes more; a flush, and a cut, count as one. Every later request is refused. */
  stopAfter(bytes: number): void;
  readonly isStopped: boolean;
  /**
   * Restarts with the disk as it is after the stop: everything flushed, and of the rest the pieces that `came` accepts.
   *
   * @param came - called for each piece of up to 512 bytes; without it none is kept
   */
  restart(came?: () => boolean): void;
  /** Most bytes of all files together; more is refused, with part of the write done. */
  capacity: number;
  /** The bytes on the disk, flushed or not; undefined for a missing file. */
  bytes(name: VaultFile): Bytes | undefined;
  /** Puts other bytes in their place; undefined deletes the file. */
  damage(name: VaultFile, alter: (bytes: Bytes) => Bytes | undefined): void;
  /** Damages the page in front of the file's content, which only an opening reads. */
  unname(name: VaultFile): void;
  /** Number of flushes of a file. */
  readonly flushes: number;
  /** Bytes written when each flush was asked for, as `stopAfter` counts them: the borders at which a stop differs. */
  readonly borders: readonly number[];
  /** Bytes written so far, as `stopAfter` counts them. */
  readonly spent: number;
}

interface MemoryFile {
  now: Content;
  flushed: Content;
  pending: Change[];
}
type Change = { readonly at: number; readonly bytes: Bytes } | { readonly size: number };

const PIECE = 512;

/** @param make - whether the files exist from the start */
export function memoryDisk(make = true): MemoryDisk {
  const disk = new Map<VaultFile, MemoryFile>();
  const nameless = new Set<VaultFile>();
  let left = Number.POSITIVE_INFINITY;
  let isStopped = false;
  let session = 0;
  let flushes = 0;
  let spentSoFar = 0;
  const borders: number[] = [];

  const made = (name: VaultFile): MemoryFile => {
    const file = disk.get(name) ?? { now: new Content(), flushed: new Content(), pending: [] };
    disk.set(name, file);
    return file;
  };
  if (make) VAULT_FILES.forEach(made);

  const stopped = (): Error => storageError(new DOMException('The power went', 'AbortError'));
  /** @returns how many of the bytes can still be written before the power goes */
  const spend = (bytes: number): number => {
    if (isStopped) throw stopped();
    const spent = Math.min(left, bytes);
    left -= spent;
    spentSoFar += spent;
    if (spent < bytes) isStopped = true;
    return spent;
  };
  const writeOne = (file: MemoryFile, at: number, bytes: Bytes): void => {
    const others = [...disk.values()].reduce((sum, { now }) => sum + now.size, 0) - file.now.size;
    const room = Math.max(0, Math.min(bytes.length, api.capacity - others - at));
    const part = bytes.slice(0, spend(room));
    file.now.write(at, part);
    for (let from = 0; from < part.length; ) {
      const to = Math.min(part.length, from + PIECE - ((at + from) % PIECE));
      file.pending.push({ at: at + from, bytes: part.slice(from, to) });
      from = to;
    }
    if (isStopped) throw stopped();
    if (room < bytes.length)
      throw storageError(new DOMException('The disk is full', 'QuotaExceededError'));
  };
  const flush = (file: MemoryFile): void => {
    borders.push(spentSoFar);
    spend(1);
    if (isStopped) throw stopped();
    for (const change of file.pending) file.flushed.apply(change);
    file.pending = [];
    flushes += 1;
  };

  const api: MemoryDisk = {
    capacity: Number.POSITIVE_INFINITY,
    get isStopped() {
      return isStopped;
    },
    get flushes() {
      return flushes;
    },
    borders,
    get spent() {
      return spentSoFar;
    },
    open({ make: makeNow } = { make: false }) {
      session += 1;
      const mine = session;
      const missing = VAULT_FILES.filter((name) => !disk.has(name));
      const unnamed = [...nameless];
      if (makeNow) {
        VAULT_FILES.forEach(made);
        nameless.clear();
      }
      const check = (): void => {
        if (isStopped || mine !== session) throw stopped();
      };
      return {
        missing,
        unnamed,
        async size(name) {
          check();
          return disk.get(name)?.now.size ?? 0;
        },
        async read(name, at, length) {
          check();
          return disk.get(name)?.now.read(at, length) ?? new Uint8Array();
        },
        async checksums(name, parts) {
          check();
          return parts.map(({ at, length }) =>
            crc32(disk.get(name)?.now.read(at, length) ?? new Uint8Array()),
          );
        },
        async write(writes) {
          // Transferred, as to a worker, even when the write is refused.
          const taken = writes.map((one) => ({ ...one, bytes: one.bytes.slice() }));
          for (const { bytes } of writes)
            if (bytes.buffer.byteLength > 0)
              structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
          check();
          const written = new Set<MemoryFile>();
          for (const { name, at, bytes } of taken) {
            written.add(made(name));
            writeOne(made(name), at, bytes);
          }
          for (const file of written) flush(file);
        },
        async truncate(name, size) {
          check();
          const file = made(name);
          spend(1);
          check();
          file.now.resize(size);
          file.pending.push({ size });
          flush(file);
        },
        async close() {
          if (mine === session) session += 1;
        },
      };
    },
    stopAfter(bytes) {
      left = bytes;
    },
    restart(came = () => false) {
      for (const file of disk.values()) {
        for (const change of file.pending) if (came()) file.flushed.apply(change);
        file.pending = [];
        file.now = file.flushed.copy();
      }
      left = Number.POSITIVE_INFINITY;
      isStopped = false;
      session += 1;
    },
    unname: (name) => nameless.add(name),
    bytes: (name) => disk.get(name)?.now.read(0, Number.POSITIVE_INFINITY),
    damage(name, alter) {
      const bytes = alter(api.bytes(name) ?? new Uint8Array());
      if (bytes === undefined) {
        disk.delete(name);
        return;
      }
      const now = new Content();
      now.write(0, bytes);
      disk.set(name, { now, flushed: now.copy(), pending: [] });
    },
  };
  return api;
}

/** Bytes that can grow. */
class Content {
  #held: Bytes = new Uint8Array(1024);
  size = 0;

  write(at: number, bytes: Uint8Array): void {
    this.#reach(at + bytes.length);
    this.#held.set(bytes, at);
    this.size = Math.max(this.size, at + bytes.length);
  }

  resize(size: number): void {
    this.#reach(size);
    this.#held.fill(0, Math.min(size, this.size));
    this.size = size;
  }

  apply(change: Change): void {
    if ('size' in change) this.resize(change.size);
    else this.write(change.at, change.bytes);
  }

  read(at: number, length: number): Bytes {
    return this.#held.slice(at, Math.max(at, Math.min(this.size, at + length)));
  }

  copy(): Content {
    const copy = new Content();
    copy.write(0, this.#held.subarray(0, this.size));
    return copy;
  }

  #reach(end: number): void {
    if (end <= this.#held.length) return;
    const larger = new Uint8Array(Math.max(end, this.#held.length * 2));
    larger.set(this.#held.subarray(0, this.size));
    this.#held = larger;
  }
}
