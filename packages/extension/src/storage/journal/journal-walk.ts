/**
 * Goes through a journal's file from head to head, without a look at what is between them: enough to know which batches
 * there are. The contents are checked later, and until then nothing is written.
 */
import type { VaultFile, VaultFiles } from '../place/files.js';
import { type FrameHead, HEAD_BYTES, readHead } from './journal-frame.js';
import { HEADER_BYTES } from './journal-header.js';

/** A frame's content, and what its head says of it. */
export interface Content {
  readonly at: number;
  readonly length: number;
  readonly crc: number;
}

export interface Walked {
  /** Where the last frame ends, which is the end of the file. */
  readonly end: number;
  /** In file order. */
  readonly contents: readonly Content[];
}

/** Where frames are small, as those of single saves are. */
const LONG_READ = 2 * 1024 * 1024;
/** Where one frame is longer than that, as an import's is, its head is all that is read of it. */
const SHORT_READ = 4096;
/** Contents that are checked together: other files can be read in between. */
const CHECKED_TOGETHER = 8 * 1024 * 1024;

/** @returns undefined unless frame follows frame from the header to the very end: then it is for `scan` to say what is wrong */
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
    // Not even one head more.
    if (at === from) return undefined;
    length = at - from > bytes.length ? SHORT_READ : LONG_READ;
  }
  for (const [head, place] of found) onFrame(head, place);
  return { end: at, contents };
}

/** Whether every content is what its head says. */
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
