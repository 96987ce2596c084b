/**
 * The first 32 KiB of a journal's file: the same small JSON twice. If one half is torn in a write, the other remains.
 * Both are made equal afterwards, since an older half may have keys wrapped by a discarded passphrase.
 */
import { type Bytes, text, utf8 } from '../../vault/bytes.js';
import { crc32 } from '../place/crc32.js';
import { newerRelease } from '../place/trouble.js';

export const HEADER_BYTES = 32 * 1024;
export const HALF_BYTES = HEADER_BYTES / 2;

/** The content of one half. */
export interface Half {
  /** Rises each time the journal is rewritten: of two files the higher one counts. */
  readonly generation: number;
  /** Rises each time the JSON changes: of two halves the higher one counts. */
  readonly edition: number;
  readonly json: unknown;
}

/** `blank` when nothing was ever written to it. */
export type HalfRead = Half | 'blank' | 'bad';

/** "cpj", and the version of the file. */
const MAGIC = 0x63706a00;
const VERSION = 1;
const CRC_AT = 16;
const JSON_AT = 20;
const LARGEST_JSON = HALF_BYTES - JSON_AT;

/** @throws {RangeError} when the JSON is too long */
export function halfBytes({ generation, edition, json }: Half): Bytes {
  const content = json === undefined ? new Uint8Array() : utf8(JSON.stringify(json));
  if (content.length > LARGEST_JSON) throw new RangeError('Too much for the header of the journal');
  const half = new Uint8Array(HALF_BYTES);
  const view = new DataView(half.buffer);
  view.setUint32(0, MAGIC + VERSION);
  view.setUint32(4, generation);
  view.setUint32(8, edition);
  view.setUint32(12, content.length);
  half.set(content, JSON_AT);
  view.setUint32(CRC_AT, halfCrc(half, content.length));
  return half;
}

/**
 * @param region - the first 32 KiB of the file, or less if the file is shorter
 * @throws {PreventError} `CP_VAULT_UNREADABLE` when a newer release wrote it
 */
export function readHalves(region: Bytes): readonly [HalfRead, HalfRead] {
  return [
    readHalf(region.subarray(0, HALF_BYTES)),
    readHalf(region.subarray(HALF_BYTES, HEADER_BYTES)),
  ];
}

function readHalf(half: Bytes): HalfRead {
  if (half.every((byte) => byte === 0)) return 'blank';
  if (half.length < HALF_BYTES) return 'bad';
  const view = new DataView(half.buffer, half.byteOffset, half.byteLength);
  const length = view.getUint32(12);
  if (length > LARGEST_JSON || halfCrc(half, length) !== view.getUint32(CRC_AT)) return 'bad';
  if (half.subarray(JSON_AT + length).some((byte) => byte !== 0)) return 'bad';
  const version = view.getUint32(0) - MAGIC;
  if (version > VERSION) throw newerRelease();
  return {
    generation: view.getUint32(4),
    edition: view.getUint32(8),
    json: length === 0 ? undefined : JSON.parse(text(half.subarray(JSON_AT, JSON_AT + length))),
  };
}

function halfCrc(half: Bytes, length: number): number {
  const covered = half.slice(0, JSON_AT + length);
  new DataView(covered.buffer).setUint32(CRC_AT, 0);
  return crc32(covered);
}
