/** Snappy, as in LevelDB blocks and stored values: decoded, never encoded. */

/**
 * @param lenient - gives the output before the end of the data or its first fault, instead of throwing
 * @throws {RangeError} when the data is not a snappy stream
 */
export function unsnappy(data: Uint8Array, lenient = false): Buffer {
  let at = 0;
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = data[at++];
    if (byte === undefined || shift > 28) throw new RangeError('No length');
    length += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  if (length > 256 * 1024 * 1024) throw new RangeError('Not a likely length');
  const out = Buffer.alloc(length);
  let end = 0;
  const number = (bytes: number): number => {
    let value = 0;
    for (let index = 0; index < bytes; index += 1) value += (data[at + index] ?? 0) * 256 ** index;
    at += bytes;
    return value;
  };
  while (end < length && at < data.length) {
    const tag = data[at++] ?? 0;
    const kind = tag & 3;
    if (kind === 0) {
      const code = tag >> 2;
      const size = (code < 60 ? code : number(code - 59)) + 1;
      if (end + size > length || at + size > data.length) break;
      out.set(data.subarray(at, at + size), end);
      at += size;
      end += size;
      continue;
    }
    const size = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back = kind === 1 ? ((tag >> 5) << 8) + number(1) : number(kind === 2 ? 2 : 4);
    if (back === 0 || back > end || end + size > length) break;
    // A copy may overlap its own output, so it goes byte by byte.
    for (let index = 0; index < size; index += 1, end += 1) out[end] = out[end - back] ?? 0;
  }
  if (end < length && !lenient) throw new RangeError('The stream ends early');
  return out.subarray(0, end);
}
