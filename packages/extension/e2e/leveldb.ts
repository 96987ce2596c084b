/** The decoded contents of LevelDB files: blocks decompressed, keys completed, records that cross log blocks joined. */
import { unsnappy } from './snappy.ts';

const BLOCK = 32 * 1024;
const FOOTER = 48;
const MAGIC = 0xdb4775248b80fb57n;

/**
 * The records of a log (`000003.log`, `MANIFEST-000001`), one after the other; a torn one is kept as far as it goes.
 */
export function logRecords(file: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at + 7 <= file.length; ) {
    const left = BLOCK - (at % BLOCK);
    const length = file.readUInt16LE(at + 4);
    const type = file[at + 6] ?? 0;
    if (left < 7 || type === 0 || type > 4 || length > left - 7) {
      at += left;
      continue;
    }
    parts.push(file.subarray(at + 7, at + 7 + length));
    // A separator follows only a record that ends here: a piece must touch the piece after it.
    if (type === 1 || type === 4) parts.push(Buffer.from([0]));
    at += 7 + length;
  }
  return Buffer.concat(parts);
}

/** Keys and values of a table (`000005.ldb`). Undefined when the file is not a table. */
export function tableEntries(file: Buffer): Buffer | undefined {
  if (file.length < FOOTER || file.readBigUInt64LE(file.length - 8) !== MAGIC) return undefined;
  const footer = file.subarray(file.length - FOOTER);
  const [, , offset = 0, size = 0] = varints(footer, 4);
  const parts: Buffer[] = [];
  for (const { value } of entries(block(file, offset, size))) {
    const [at = 0, length = 0] = varints(value, 2);
    for (const entry of entries(block(file, at, length))) parts.push(entry.key, entry.value);
  }
  return Buffer.concat(parts);
}

/** A block's bytes: the byte after it gives the compression. */
function block(file: Buffer, offset: number, size: number): Buffer {
  const data = file.subarray(offset, offset + size);
  return file[offset + size] === 1 ? unsnappy(data) : data;
}

function* entries(data: Buffer): Generator<{ key: Buffer; value: Buffer }> {
  const restarts = data.readUInt32LE(data.length - 4);
  const end = data.length - 4 - restarts * 4;
  let key = Buffer.alloc(0);
  for (let at = 0; at < end; ) {
    const [shared = 0, own = 0, length = 0, next = 0] = varints(data, 3, at, true);
    key = Buffer.concat([key.subarray(0, shared), data.subarray(next, next + own)]);
    yield { key, value: data.subarray(next + own, next + own + length) };
    at = next + own + length;
  }
}

/** Reads numbers of seven bits per byte; `andEnd` appends the offset of their end. */
function varints(data: Buffer, count: number, from = 0, andEnd = false): number[] {
  const found: number[] = [];
  let at = from;
  while (found.length < count) {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = data[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    found.push(value);
  }
  return andEnd ? [...found, at] : found;
}
