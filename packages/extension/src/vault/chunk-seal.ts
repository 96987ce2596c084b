/**
 * A sealed file of any size: chunks of AES-256-GCM, each bound to its number, to whether it is the last, and to the
 * clear bytes before them. So a file that was cut, or whose chunks were moved, does not open. Each key seals one file.
 */
import { envelopeError } from '@cyber-prevent/core';
import { type Bytes, utf8, wipe } from './bytes.js';

export const CHUNK_BYTES = 1_048_576;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;

export interface ChunkSeal {
  /** Never used for another file. */
  readonly key: CryptoKey;
  /** The bytes in clear before the chunks. */
  readonly clear: Bytes;
  readonly chunkBytes: number;
}

export async function* sealChunks(
  pieces: AsyncIterable<string>,
  seal: ChunkSeal,
): AsyncGenerator<Bytes> {
  let index = 0;
  for await (const { bytes, isLast } of chunksOf(encoded(pieces), seal.chunkBytes)) {
    const parameters = parametersOf(seal, index, isLast);
    const sealed = await crypto.subtle.encrypt(parameters, seal.key, bytes);
    wipe(bytes);
    index += 1;
    yield new Uint8Array(sealed);
  }
}

/**
 * The text, as it opens. Text before a fault has been given already: a reader must keep nothing until the end.
 *
 * @throws {PreventError} `CP_ENVELOPE_UNREADABLE`
 */
export async function* openChunks(
  pieces: AsyncIterable<Uint8Array>,
  seal: ChunkSeal,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let index = 0;
  for await (const { bytes, isLast } of chunksOf(pieces, seal.chunkBytes + TAG_BYTES)) {
    if (bytes.length < TAG_BYTES) throw envelopeError('cut');
    let plain: Bytes;
    try {
      const opened = await crypto.subtle.decrypt(
        parametersOf(seal, index, isLast),
        seal.key,
        bytes,
      );
      plain = new Uint8Array(opened);
    } catch (cause) {
      throw envelopeError((await isCut(seal, index, bytes, isLast)) ? 'cut' : 'altered', cause);
    }
    index += 1;
    yield textOf(decoder, plain, isLast);
    wipe(plain);
  }
}

/** True if the chunk is sound but another should have followed. */
function isCut(seal: ChunkSeal, index: number, bytes: Bytes, isLast: boolean): Promise<boolean> {
  if (!isLast) return Promise.resolve(false);
  return crypto.subtle.decrypt(parametersOf(seal, index, false), seal.key, bytes).then(
    () => true,
    () => false,
  );
}

function textOf(decoder: TextDecoder, plain: Bytes, isLast: boolean): string {
  try {
    return decoder.decode(plain, { stream: !isLast });
  } catch (cause) {
    throw envelopeError('altered', cause);
  }
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Bytes> {
  for await (const piece of pieces) yield utf8(piece);
}

/** The bytes in chunks of one size; the last may be smaller, and exists even if it is empty. */
async function* chunksOf(
  pieces: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly bytes: Bytes; readonly isLast: boolean }> {
  let open = new Uint8Array(size);
  let length = 0;
  for await (const piece of pieces) {
    for (let from = 0; from < piece.length; ) {
      // A full chunk is given only once there is more: otherwise it is the last.
      if (length === size) {
        yield { bytes: open, isLast: false };
        [open, length] = [new Uint8Array(size), 0];
      }
      const part = piece.subarray(from, from + size - length);
      open.set(part, length);
      length += part.length;
      from += part.length;
    }
  }
  yield { bytes: open.slice(0, length), isLast: true };
}

function parametersOf({ clear }: ChunkSeal, index: number, isLast: boolean): AesGcmParams {
  const iv = new Uint8Array(NONCE_BYTES);
  const view = new DataView(iv.buffer);
  view.setUint32(4, index);
  view.setUint8(0, isLast ? 1 : 0);
  return { name: 'AES-GCM', iv, additionalData: clear, tagLength: TAG_BYTES * 8 };
}
