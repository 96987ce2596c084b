/**
 * The layout of a journal's file on the disk, read from its format in decision 0024 without our own code: so that
 * damage falls on bytes that matter.
 */
import { closeSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { FRONT_BYTES } from './profile-files.ts';

const HALF_BYTES = 16 * 1024;
/** Offsets of the two copies of the header. */
export const HEADER_COPIES = [FRONT_BYTES, FRONT_BYTES + HALF_BYTES] as const;

const FRAMES_FROM = FRONT_BYTES + 2 * HALF_BYTES;
const FRAME_MAGIC = 'cpf1';
const HEAD_BYTES = 36;
/** Type of a frame with a save. */
const BATCH = 1;
const AT = { length: 4, type: 12, seq: 16 } as const;

export interface LiveFrame {
  /** Offset of its head in the file. */
  readonly at: number;
  /** Bytes of head and content. */
  readonly length: number;
}

/** Frames with a current save, in file order: of two with one sequence the earlier is obsolete. */
export function liveFrames(file: string): readonly LiveFrame[] {
  const bytes = readFileSync(file);
  const bySeq = new Map<bigint, LiveFrame>();
  let at = FRAMES_FROM;
  for (let length = 0; at + HEAD_BYTES <= bytes.length; at += length) {
    if (bytes.toString('latin1', at, at + FRAME_MAGIC.length) !== FRAME_MAGIC)
      throw new Error(`There is no frame at ${at}`);
    length = bytes.readUInt32BE(at + AT.length);
    if (bytes.readUInt8(at + AT.type) !== BATCH) continue;
    bySeq.set(bytes.readBigUInt64BE(at + AT.seq), { at, length });
  }
  if (bySeq.size === 0) throw new Error('The journal holds no save');
  return [...bySeq.values()].sort((one, other) => one.at - other.at);
}

/** The middle of the content of the frame in the middle of the journal. */
export function amidFrames(file: string): number {
  const frames = liveFrames(file);
  const { at, length } = frames[Math.floor(frames.length / 2)] ?? { at: 0, length: 0 };
  return at + HEAD_BYTES + Math.floor((length - HEAD_BYTES) / 2);
}

/** Flips one bit of the byte at that offset. */
export function flipByte(file: string, at: number): void {
  const byte = Buffer.alloc(1);
  const handle = openSync(file, 'r+');
  readSync(handle, byte, 0, 1, at);
  byte.writeUInt8(byte.readUInt8(0) ^ 0x10, 0);
  writeSync(handle, byte, 0, 1, at);
  fsyncSync(handle);
  closeSync(handle);
}

/** Writes 4 KiB of zeros at that offset. */
export function zeroFrom(file: string, at: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(4096), 0, 4096, at);
  fsyncSync(handle);
  closeSync(handle);
}
