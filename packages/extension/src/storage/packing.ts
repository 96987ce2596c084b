/**
 * Compresses bytes before they are sealed, and prefixes the name of the packing. Unpacking is safe: only bytes that we
 * packed open.
 */
import { type Bytes, text, utf8 } from '../vault/bytes.js';

const PACKING = 'deflate-raw';
const MARK = utf8(`${PACKING}:`);

export async function packBytes(bytes: Uint8Array): Promise<Bytes> {
  const few = await through(bytes, new CompressionStream(PACKING));
  const marked = new Uint8Array(MARK.length + few.length);
  marked.set(MARK);
  marked.set(few, MARK.length);
  return marked;
}

/** @throws {TypeError} when the bytes are packed in another way */
export function unpackBytes(bytes: Uint8Array): Promise<Bytes> {
  if (text(bytes.subarray(0, MARK.length)) !== `${PACKING}:`)
    return Promise.reject(new TypeError('Packed in another way'));
  return through(bytes.subarray(MARK.length), new DecompressionStream(PACKING));
}

interface ByteStreams {
  readonly readable: ReadableStream;
  readonly writable: WritableStream;
}

async function through(bytes: Uint8Array, change: ByteStreams): Promise<Bytes> {
  const changed = new Blob([bytes.slice()]).stream().pipeThrough(change as TransformStream);
  return new Uint8Array(await new Response(changed).arrayBuffer());
}
