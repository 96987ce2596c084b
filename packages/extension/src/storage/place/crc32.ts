/** CRC-32 as in zip and PNG, sixteen bytes a step: a journal of 200 MB is checked whole each time it is opened. */

const STEP = 16;
const POLYNOMIAL = 0xedb88320;

/** `TABLES[k]` advances a byte with `k` zero bytes after it. */
const TABLES: Int32Array[] = [];
for (let k = 0; k < STEP; k += 1) {
  const table = new Int32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = k === 0 ? byte : (TABLES[k - 1]?.[byte] ?? 0);
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    table[byte] = crc;
  }
  TABLES.push(table);
}
const [t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12, t13, t14, t15] =
  TABLES as unknown as Sixteen;
type Four = [Int32Array, Int32Array, Int32Array, Int32Array];
type Sixteen = [...Four, ...Four, ...Four, ...Four];

/**
 * @param from - offset of the first byte
 * @param to - offset after the last
 * @returns 0 to 2^32 - 1
 */
export function crc32(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let crc = -1;
  let at = from;
  for (const last = to - STEP; at <= last; at += STEP) {
    const first =
      crc ^
      (byteAt(bytes, at) |
        (byteAt(bytes, at + 1) << 8) |
        (byteAt(bytes, at + 2) << 16) |
        (byteAt(bytes, at + 3) << 24));
    crc =
      look(t15, first) ^
      look(t14, first >>> 8) ^
      look(t13, first >>> 16) ^
      look(t12, first >>> 24) ^
      look(t11, byteAt(bytes, at + 4)) ^
      look(t10, byteAt(bytes, at + 5)) ^
      look(t9, byteAt(bytes, at + 6)) ^
      look(t8, byteAt(bytes, at + 7)) ^
      look(t7, byteAt(bytes, at + 8)) ^
      look(t6, byteAt(bytes, at + 9)) ^
      look(t5, byteAt(bytes, at + 10)) ^
      look(t4, byteAt(bytes, at + 11)) ^
      look(t3, byteAt(bytes, at + 12)) ^
      look(t2, byteAt(bytes, at + 13)) ^
      look(t1, byteAt(bytes, at + 14)) ^
      look(t0, byteAt(bytes, at + 15));
  }
  for (; at < to; at += 1) crc = (crc >>> 8) ^ look(t0, crc ^ byteAt(bytes, at));
  return ~crc >>> 0;
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}

function look(table: Int32Array, index: number): number {
  return table[index & 255] as number;
}
