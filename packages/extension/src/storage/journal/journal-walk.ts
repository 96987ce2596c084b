/**
 * Reads a journal's file from head to head, and skips what is between them: enough to know which batches there are. The
 * contents are checked later, and until then nothing is written.
 */
import type { VaultFile, VaultFiles } from '../place/files.js';
import { type FrameHead, HEAD_BYTES, readHead } from './journal-frame.js';
import { HEADER_BYTES } from './journal-header.js';

/** A frame's content, and the details from its head. */
export interface Content {
  readonly at: number;
  readonly length: number;
  readonly crc: number;
}

export interface Walked {
  /** End of the last frame, which is the end of the file. */
  readonly end: number;
  /** In file order. */
  readonly contents: readonly Content[];
}

/** Bytes of one read while frames are small, as those of single saves are. */
const LONG_READ = 2 * 1024 * 1024;
/** Bytes of one read after a longer frame, such as that of an import: only its head is read. */
const SHORT_READ = 4096;
/** Number of contents checked together, before other files can be read. */
const CHECKED_TOGETHER = 8 * 1024 * 1024;

/** @returns undefined unless frame follows frame from the header to the very end: then `scan` finds what is wrong */
export async function walk(
  files: Pick<VaultFiles, 'size' | 'read'>,
  name: VaultFile,
  generation: number,
  onFrame: (head: FrameHead, at: number) => void,
): Promise<Walked | undefined> {
  const size = await files.size(name);
  const contents: Content[] = [];
  const found: [FrameHead, number][] = [];
  let at = HEADER_BYTES;
  let length = LONG_READ;
  while (at < size) {
    const from = at;
    const bytes = await files.read(name, from, length);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    while (at - from + HEAD_BYTES <= bytes.length) {
      const head = readHead(view, at - from, generation);
      if (head === undefined || at + head.length > size) return undefined;
      found.push([head, at]);
      contents.push({
        at: at + HEAD_BYTES,
        length: head.length - HEAD_BYTES,
        crc: head.contentCrc,
      });
      at += head.length;
    }
    // The read did not contain a single whole head.
    if (at === from) return undefined;
    length = at - from > bytes.length ? SHORT_READ : LONG_READ;
  }
  for (const [head, place] of found) onFrame(head, place);
  return { end: at, contents };
}

/** True if every content matches its head. */
export async function areSound(
  files: Pick<VaultFiles, 'checksums'>,
  name: VaultFile,
  contents: readonly Content[],
): Promise<boolean> {
  for (const window of windows(contents)) {
    const checksums = await files.checksums(name, window);
    if (window.some(({ crc }, index) => checksums[index] !== crc)) return false;
  }
  return true;
}

function* windows(contents: readonly Content[]): Generator<readonly Content[]> {
  for (let from = 0; from < contents.length; ) {
    const start = contents[from]?.at ?? 0;
    let to = from + 1;
    for (; to < contents.length; to += 1) {
      const { at, length } = contents[to] ?? { at: 0, length: 0 };
      if (at + length - start > CHECKED_TOGETHER) break;
    }
    yield contents.slice(from, to);
    from = to;
  }
}
