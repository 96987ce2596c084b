/**
 * Reads a journal's file from front to back, in chunks, and finds every whole frame, despite any bytes between them.
 */
import { PreventError } from '@cyber-prevent/core';
import { type Bytes, joinBytes } from '../../vault/bytes.js';
import { crc32 } from '../place/crc32.js';
import type { VaultFile, VaultFiles } from '../place/files.js';
import { type FrameHead, HEAD_BYTES, MAGIC_BYTES, readHead } from './journal-frame.js';
import { HEADER_BYTES } from './journal-header.js';

export interface ScanSink {
  frame(head: FrameHead, at: number): void;
  /** Reports bytes that are not a frame; with the head if that is whole and only the content is not. */
  damaged(at: number, length: number, head?: FrameHead): void;
}

export interface Scanned {
  /** End of the last whole frame. */
  readonly end: number;
  /** Number of bytes after it. */
  readonly tail: number;
}

const CHUNK = 1024 * 1024;

/** Reports damage only if a whole frame comes after it; otherwise it is the tail. */
export async function scan(
  files: Pick<VaultFiles, 'size' | 'read'>,
  name: VaultFile,
  generation: number,
  sink: ScanSink,
): Promise<Scanned> {
  const size = await files.size(name);
  const window = slidingWindow(files, name, size);
  let at = HEADER_BYTES;
  let end = at;
  let untold: { at: number; length: number; head?: FrameHead }[] = [];

  while (at + HEAD_BYTES <= size) {
    if (!window.has(at, HEAD_BYTES)) await window.load(at, HEAD_BYTES);
    const head = readHead(window.view, at - window.at, generation);
    if (head === undefined || at + head.length > size) {
      const next = await nextMagic(window, at + 1, size);
      untold.push({ at, length: next - at });
      at = next;
      continue;
    }
    if (!window.has(at, head.length)) await window.load(at, head.length);
    const content = at - window.at + HEAD_BYTES;
    const contentEnd = content + head.length - HEAD_BYTES;
    if (crc32(window.bytes, content, contentEnd) === head.contentCrc) {
      for (const part of untold) sink.damaged(part.at, part.length, part.head);
      untold = [];
      sink.frame(head, at);
      end = at + head.length;
    } else {
      untold.push({ at, length: head.length, head });
    }
    at += head.length;
  }
  return { end, tail: Math.max(0, size - end) };
}

/** @returns the offset at which a head could begin, or the end of the file */
async function nextMagic(window: Window, from: number, size: number): Promise<number> {
  const [first, ...rest] = MAGIC_BYTES;
  for (let at = from; at + HEAD_BYTES <= size; ) {
    if (!window.has(at, HEAD_BYTES)) await window.load(at, HEAD_BYTES);
    const { bytes } = window;
    const found = bytes.indexOf(first, at - window.at);
    if (found === -1) {
      at = window.at + bytes.length;
    } else if (found + rest.length >= bytes.length) {
      // The magic may continue in the next chunk.
      if (window.at + bytes.length >= size) return size;
      at = window.at + found;
      await window.load(at, HEAD_BYTES);
    } else {
      at = window.at + found;
      if (rest.every((byte, index) => bytes[found + 1 + index] === byte)) return at;
      at += 1;
    }
  }
  return size;
}

interface Window {
  /** Offset of the first byte in the file. */
  readonly at: number;
  readonly bytes: Bytes;
  readonly view: DataView;
  has(at: number, length: number): boolean;
  /** Advances until the part is in it. @param at - in the window or at its end */
  load(at: number, length: number): Promise<void>;
}

/** Requests the next chunk before it is needed, so that reading and checking overlap. */
function slidingWindow(files: Pick<VaultFiles, 'read'>, name: VaultFile, size: number): Window {
  let at = HEADER_BYTES;
  let bytes: Bytes = new Uint8Array();
  let view = new DataView(bytes.buffer);
  let asked = at;
  const ask = (length: number): Promise<Bytes> => {
    const from = asked;
    asked = Math.min(size, asked + length);
    return asked > from ? files.read(name, from, asked - from) : Promise.resolve(new Uint8Array());
  };
  let next = ask(CHUNK);

  return {
    get at() {
      return at;
    },
    get bytes() {
      return bytes;
    },
    get view() {
      return view;
    },
    has: (from, length) => from >= at && from + length <= at + bytes.length,
    async load(from, length) {
      const left = bytes.subarray(from - at);
      const parts = [left, await next];
      const lacking = Math.min(size, from + length) - asked;
      if (lacking > 0) parts.push(await ask(Math.max(CHUNK, lacking)));
      next = ask(CHUNK);
      at = from;
      bytes = joinParts(parts);
      if (at + bytes.length < Math.min(size, from + length)) throw endedEarly();
      view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
  };
}

/** Copies nothing when only one part has bytes. */
function joinParts(parts: readonly Bytes[]): Bytes {
  const [only, ...others] = parts.filter(({ length }) => length > 0);
  return only !== undefined && others.length === 0 ? only : joinBytes(parts);
}

function endedEarly(): PreventError {
  return new PreventError(
    'CP_STORE_CLOSED',
    'The records could not be read to their end. Restart the browser, then unlock.',
  );
}
