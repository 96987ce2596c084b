/**
 * One frame of the journal: a head of 36 bytes, then sealed bytes that the journal cannot open. The head has its own
 * checksum, so that a frame with damaged content still gives its number and the start of the next. Numbers are
 * big-endian.
 */
import type { Bytes } from '../../vault/bytes.js';
import { crc32 } from '../place/crc32.js';

/** `void` takes back the batch of its sequence, which the other store refused. */
export type FrameType = 'batch' | 'page' | 'note' | 'void' | 'blob';

export interface Frame {
  readonly type: FrameType;
  /** Sequence of a batch, or number of any other frame; each type counts separately. Up to 2^53 - 1. */
  readonly seq: number;
  /** The slot of the keyring with the key of these bytes. Up to 2^32 - 1. */
  readonly slot: number;
  readonly sealed: Uint8Array;
}

export interface UnprovedFrame extends Frame {
  readonly sealed: Bytes;
  readonly contentCrc: number;
}

/** `aside` contains the bytes found after the last good frame; it is never given out. */
const TYPE_CODES = { batch: 1, page: 2, note: 3, void: 4, blob: 5, aside: 255 } as const;
export type HeadType = keyof typeof TYPE_CODES;
const TYPES = new Map<number, HeadType>(
  Object.entries(TYPE_CODES).map(([type, code]) => [code, type as HeadType]),
);

export interface FrameHead {
  /** Undefined when a newer release wrote it. */
  readonly type: HeadType | undefined;
  readonly seq: number;
  readonly slot: number;
  /** Bytes of head and content. */
  readonly length: number;
  readonly contentCrc: number;
}

export const HEAD_BYTES = 36;
/** "cpf1". */
const MAGIC = 0x63706631;
export const MAGIC_BYTES: readonly [number, number, number, number] = [0x63, 0x70, 0x66, 0x31];
export const LARGEST_CONTENT = 64 * 1024 * 1024;

const AT = {
  length: 4,
  generation: 8,
  type: 12,
  seqHigh: 16,
  seqLow: 20,
  slot: 24,
  contentCrc: 28,
  headCrc: 32,
} as const;
const LOW = 2 ** 32;

/**
 * Writes the frame.
 *
 * @returns its length in bytes
 * @throws {RangeError} when a number or the content is too large
 */
export function writeFrame(
  into: Uint8Array,
  at: number,
  generation: number,
  frame: Omit<Frame, 'type'> & { readonly type: HeadType },
): number {
  const { type, seq, slot, sealed } = frame;
  if (!Number.isSafeInteger(seq) || seq < 0) throw new RangeError(`No sequence: ${seq}`);
  if (slot >>> 0 !== slot) throw new RangeError(`No slot: ${slot}`);
  if (sealed.length > LARGEST_CONTENT) throw new RangeError('Too much for one frame');
  const view = new DataView(into.buffer, into.byteOffset + at, HEAD_BYTES);
  view.setUint32(0, MAGIC);
  view.setUint32(AT.length, HEAD_BYTES + sealed.length);
  view.setUint32(AT.generation, generation);
  view.setUint32(AT.type, TYPE_CODES[type] << 24);
  view.setUint32(AT.seqHigh, Math.floor(seq / LOW));
  view.setUint32(AT.seqLow, seq % LOW);
  view.setUint32(AT.slot, slot);
  view.setUint32(AT.contentCrc, crc32(sealed));
  view.setUint32(AT.headCrc, crc32(into, at, at + AT.headCrc));
  into.set(sealed, at + HEAD_BYTES);
  return HEAD_BYTES + sealed.length;
}

export function framesBytes(
  frames: readonly (Omit<Frame, 'type'> & { readonly type: HeadType })[],
  generation: number,
): Bytes {
  const length = frames.reduce((sum, { sealed }) => sum + HEAD_BYTES + sealed.length, 0);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const frame of frames) at += writeFrame(bytes, at, generation, frame);
  return bytes;
}

/**
 * Reads a head; the caller ensures that all of it is there.
 *
 * @returns undefined when the bytes are not a head of this generation
 */
export function readHead(view: DataView, at: number, generation: number): FrameHead | undefined {
  if (view.getUint32(at) !== MAGIC || view.getUint32(at + AT.generation) !== generation) return;
  const length = view.getUint32(at + AT.length);
  if (length < HEAD_BYTES || length > HEAD_BYTES + LARGEST_CONTENT) return;
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  if (crc32(bytes, at, at + AT.headCrc) !== view.getUint32(at + AT.headCrc)) return;
  return {
    type: TYPES.get(view.getUint8(at + AT.type)),
    seq: view.getUint32(at + AT.seqHigh) * LOW + view.getUint32(at + AT.seqLow),
    slot: view.getUint32(at + AT.slot),
    length,
    contentCrc: view.getUint32(at + AT.contentCrc),
  };
}

/** The generation of the first whole head anywhere in the bytes. */
export function firstGeneration(bytes: Bytes): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + HEAD_BYTES <= bytes.length; at += 1) {
    at = bytes.indexOf(MAGIC_BYTES[0], at);
    if (at === -1 || at + HEAD_BYTES > bytes.length) return undefined;
    const generation = view.getUint32(at + AT.generation);
    if (readHead(view, at, generation)) return generation;
  }
  return undefined;
}

/** @returns undefined when the content is not as written */
export function frameIn(bytes: Bytes, at: number, generation: number): Frame | undefined {
  const found = unprovedFrameIn(bytes, at, generation);
  if (found === undefined) return undefined;
  const { contentCrc, sealed, ...frame } = found;
  return crc32(sealed) === contentCrc ? { ...frame, sealed: sealed.slice() } : undefined;
}

/** A frame by its head; its content in these bytes may differ from the one written. */
export function unprovedFrameIn(
  bytes: Bytes,
  at: number,
  generation: number,
): UnprovedFrame | undefined {
  if (at + HEAD_BYTES > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = readHead(view, at, generation);
  if (head?.type === undefined || head.type === 'aside') return undefined;
  const { type, seq, slot, length, contentCrc } = head;
  if (at + length > bytes.length) return undefined;
  return { type, seq, slot, contentCrc, sealed: bytes.subarray(at + HEAD_BYTES, at + length) };
}
