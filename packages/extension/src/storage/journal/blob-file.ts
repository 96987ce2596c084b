/**
 * Sealed frames over the two files `blobs-a` and `blobs-b`, one of them in use: frames are appended to it, and read by
 * their place. Once much of it is dead, the live frames are copied into the other, which then takes over. Opening reads
 * only the heads, and skips damage between two of them.
 */
import type { Bytes } from '../../vault/bytes.js';
import { crc32 } from '../place/crc32.js';
import type { VaultFile, VaultFiles } from '../place/files.js';
import {
  firstGeneration,
  framesBytes,
  HEAD_BYTES,
  MAGIC_BYTES,
  readHead,
} from './journal-frame.js';

export interface BlobFrame {
  readonly at: number;
  /** Bytes of head and content. */
  readonly length: number;
  /** The slot of the keyring with the key of the content. */
  readonly slot: number;
}

export interface BlobFile {
  /** Every frame in the file in use, in file order; it is not known here which of them count. */
  readonly frames: readonly BlobFrame[];
  /** Bytes of the file in use. */
  readonly bytes: number;
  /**
   * Appends a frame; on disk when it resolves. When it rejects, or after a stop, the frame is there whole or not at
   * all.
   *
   * @throws {PreventError} `CP_STORE_FULL`, `CP_STORE_CLOSED`
   */
  append(slot: number, content: Uint8Array): Promise<BlobFrame>;
  /**
   * The content, or as much of its start as is wanted. Only opening it shows that it is what was written.
   *
   * @param length - all of it when not given
   */
  read(frame: BlobFrame, length?: number): Promise<Bytes>;
  /**
   * Cuts off what is dead behind the last of these. It needs no room, so a full disk can be used again afterwards. With a
   * frame among them that is not in the file in use, nothing is cut: then it is not known what is dead.
   *
   * @throws {PreventError} `CP_STORE_CLOSED`
   */
  cut(live: ReadonlySet<BlobFrame>): Promise<void>;
  /**
   * Copies these into the other file, and changes over to it. A stop before that leaves everything as it was.
   *
   * @returns the new place of each
   */
  rewrite(keep: readonly BlobFrame[]): Promise<ReadonlyMap<BlobFrame, BlobFrame>>;
}

const FILES = ['blobs-a', 'blobs-b'] as const;
type Name = (typeof FILES)[number];
/** "cpb", and the version of the file. */
const MAGIC = 0x63706201;
const HEADER_BYTES = 64;
const WINDOW = 64 * 1024;
const SEARCHED = 16 * 1024 * 1024;

/** Allows one call at a time, which the caller ensures. */
export async function openBlobFile(files: VaultFiles): Promise<BlobFile> {
  let { name, generation, hasHeader } = await inUse(files);
  const found = await framesIn(files, name, generation);
  let frames = found.frames;
  let end = found.end;
  /** False while a stop may have left bytes behind the last frame, or in the other file. */
  let isTidy = false;

  const tidy = async (): Promise<void> => {
    if (isTidy) return;
    if ((await files.size(name)) > end) await files.truncate(name, end);
    const spare = otherOf(name);
    if ((await files.size(spare)) > 0) await files.truncate(spare, 0);
    isTidy = true;
  };

  const copied = async (keep: readonly BlobFrame[]): Promise<Map<BlobFrame, BlobFrame>> => {
    const next = { name: otherOf(name), generation: generation + 1 };
    const moved = new Map<BlobFrame, BlobFrame>();
    let to = HEADER_BYTES;
    for (const frame of keep) {
      const { slot, length } = frame;
      const sealed = await files.read(name, frame.at + HEAD_BYTES, length - HEAD_BYTES);
      const bytes = framesBytes([{ type: 'blob', seq: to, slot, sealed }], next.generation);
      await files.write([{ name: next.name, at: to, bytes }]);
      moved.set(frame, { at: to, length, slot });
      to += length;
    }
    await files.write([{ name: next.name, at: 0, bytes: headerBytes(next.generation) }]);
    [name, generation, hasHeader] = [next.name, next.generation, true];
    [frames, end] = [[...moved.values()], to];
    return moved;
  };

  return {
    get frames() {
      return frames;
    },
    get bytes() {
      return end;
    },
    async append(slot, content) {
      await tidy();
      const bytes = framesBytes([{ type: 'blob', seq: end, slot, sealed: content }], generation);
      const frame = { at: end, length: bytes.length, slot };
      isTidy = false;
      // Writing transfers the bytes.
      await files.write([
        ...(hasHeader ? [] : [{ name, at: 0, bytes: headerBytes(generation) }]),
        { name, at: end, bytes },
      ]);
      isTidy = hasHeader = true;
      end += frame.length;
      frames = [...frames, frame];
      return frame;
    },
    read: ({ at, length }, wanted = length) =>
      files.read(name, at + HEAD_BYTES, Math.min(wanted, length - HEAD_BYTES)),
    async cut(live) {
      const known = new Set(frames);
      if (![...live].every((frame) => known.has(frame))) return;
      const last = frames.findLastIndex((frame) => live.has(frame));
      const kept = frames[last];
      const to = kept === undefined ? HEADER_BYTES : kept.at + kept.length;
      if (to >= end) return;
      [frames, end, isTidy] = [frames.slice(0, last + 1), to, false];
      await tidy();
    },
    async rewrite(keep) {
      await tidy();
      isTidy = false;
      try {
        return await copied(keep);
      } finally {
        // A failed copy, or the file before, only takes up room. The next write tries again.
        await tidy().catch(() => undefined);
      }
    },
  };
}

async function inUse(
  files: VaultFiles,
): Promise<{ name: Name; generation: number; hasHeader: boolean }> {
  const said = await Promise.all(
    FILES.map(async (name) => ({
      name,
      generation: generationIn(await files.read(name, 0, HEADER_BYTES)),
    })),
  );
  const [latest] = said
    .filter(({ generation }) => generation > 0)
    .sort((one, two) => two.generation - one.generation);
  if (latest) return { ...latest, hasHeader: true };
  // The headers are lost: the frames give the generation. Of two, the lower is whole: the change to the higher was not
  // completed.
  const searched: { name: Name; generation: number }[] = [];
  for (const name of FILES) {
    const generation = firstGeneration(await files.read(name, HEADER_BYTES, SEARCHED));
    if (generation !== undefined) searched.push({ name, generation });
  }
  const [lowest] = searched.sort((one, two) => one.generation - two.generation);
  return { ...(lowest ?? { name: FILES[0], generation: 1 }), hasHeader: false };
}

function otherOf(name: Name): Name {
  return name === FILES[0] ? FILES[1] : FILES[0];
}

function headerBytes(generation: number): Bytes {
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(4, generation);
  view.setUint32(8, crc32(header, 0, 8));
  return header;
}

/** @returns 0 when the bytes are not a header */
function generationIn(header: Bytes): number {
  if (header.length < HEADER_BYTES) return 0;
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (view.getUint32(0) !== MAGIC || crc32(header, 0, 8) !== view.getUint32(8)) return 0;
  return view.getUint32(4);
}

/** Follows the heads; if an expected one is missing, looks for the next. */
async function framesIn(
  files: Pick<VaultFiles, 'size' | 'read'>,
  name: VaultFile,
  generation: number,
): Promise<{ readonly frames: readonly BlobFrame[]; readonly end: number }> {
  const size = await files.size(name);
  const frames: BlobFrame[] = [];
  let window = { from: 0, bytes: new Uint8Array() as Bytes };
  const headAt = async (at: number) => {
    const { from, bytes } = window;
    if (at < from || at + HEAD_BYTES > from + bytes.length)
      window = { from: at, bytes: await files.read(name, at, WINDOW) };
    const view = new DataView(window.bytes.buffer, window.bytes.byteOffset, window.bytes.length);
    const head = readHead(view, at - window.from, generation);
    return head?.type === 'blob' && at + head.length <= size ? head : undefined;
  };
  let end = HEADER_BYTES;
  for (let at = HEADER_BYTES; at + HEAD_BYTES <= size; ) {
    const head = await headAt(at);
    if (head === undefined) {
      at = await nextMagic(files, name, at + 1, size);
      continue;
    }
    frames.push({ at, length: head.length, slot: head.slot });
    at += head.length;
    end = at;
  }
  return { frames, end };
}

/** @returns the offset at which a head could begin, or the end of the file */
async function nextMagic(
  files: Pick<VaultFiles, 'read'>,
  name: VaultFile,
  from: number,
  size: number,
): Promise<number> {
  for (let at = from; at + HEAD_BYTES <= size; at += WINDOW) {
    // The magic may continue in the next window.
    const bytes = await files.read(name, at, WINDOW + MAGIC_BYTES.length - 1);
    for (let found = bytes.indexOf(MAGIC_BYTES[0]); found >= 0; ) {
      if (MAGIC_BYTES.every((byte, index) => bytes[found + index] === byte)) return at + found;
      found = bytes.indexOf(MAGIC_BYTES[0], found + 1);
    }
  }
  return size;
}
