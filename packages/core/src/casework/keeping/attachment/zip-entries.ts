/** The names of the files in a zip archive, read from its directory alone: nothing is unpacked. */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
/** A comment of the archive is at most this long. */
const MOST_COMMENT = 0xffff;
const MOST_ENTRIES = 20_000;

/** Returns the names as they are in the directory; undefined if the bytes have no directory that can be read whole. */
export function zipEntries(bytes: Uint8Array): readonly string[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES || at + size > end) return undefined;
  const names: string[] = [];
  const until = at + size;
  while (at < until) {
    if (at + ENTRY_BYTES > until || view.getUint32(at, true) !== ENTRY) return undefined;
    const name = view.getUint16(at + 28, true);
    const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const next = at + ENTRY_BYTES + name + rest;
    if (next > until) return undefined;
    names.push(
      new TextDecoder('utf-8').decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + name)),
    );
    at = next;
  }
  return names.length === count ? names : undefined;
}

/** The place of the record that ends the directory; its comment must reach to the end of the file. */
function endOfDirectory(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_BYTES - MOST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1)
    if (
      view.getUint32(at, true) === END &&
      at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength
    )
      return at;
  return undefined;
}
