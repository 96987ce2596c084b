/** The blobs in a backup or an exchange file: one line each, before the first batch that names it. */
import * as v from 'valibot';
import { isNamedBlob, namedBlobsIn } from '../../record/named-blob.js';
import type { Digest } from '../../shared/host.js';
import { BlobName } from '../../shared/primitives.js';
import { LARGEST_BLOB } from '../blob-store.js';
import { envelopeError } from '../log/envelope.js';
import { type Batch, revisionsOf } from '../log/revision.js';

/** Gives the text of a blob; undefined if it is no longer readable: then the file goes without it. */
export type BlobText = (name: BlobName) => Promise<string | undefined>;

/** Called with each blob of the file, proved to be the one that a batch names, before that batch is given. */
export type TakeBlob = (name: BlobName, text: string) => Promise<void>;

export const BlobLine = v.strictObject({
  blob: BlobName,
  text: v.pipe(v.string(), v.maxLength(LARGEST_BLOB)),
});
export type BlobLine = v.InferOutput<typeof BlobLine>;

/** Most blobs that one batch may name: one commit has a few pages, or up to twenty files in pieces. */
const MOST_OF_ONE = 256;

/**
 * Most characters of them: twice what the files of one save have, so that a file from elsewhere does not fill the memory.
 */
const MOST_LETTERS = 160_000_000;

/** The lines that go before a batch; a blob already sent is not sent again. */
export async function* blobLines(
  batch: Batch,
  blobText: BlobText,
  sent: Set<BlobName>,
): AsyncGenerator<BlobLine> {
  for (const { blob } of named(batch)) {
    if (sent.has(blob)) continue;
    sent.add(blob);
    const text = await blobText(blob);
    if (text !== undefined) yield { blob, text };
  }
}

/** Reads the lines between two batches. */
export class CarriedBlobs {
  readonly #waiting = new Map<BlobName, string>();
  readonly #digest: Digest | undefined;
  readonly #most: number;
  #letters = 0;

  /**
   * @param digest - absent: blobs are skipped, and none is passed on
   * @param most - characters that wait for their batch, at most
   */
  constructor(digest: Digest | undefined, most = MOST_LETTERS) {
    this.#digest = digest;
    this.#most = most;
  }

  /**
   * @returns false when the line is not a blob
   * @throws {PreventError} `CP_ENVELOPE_UNREADABLE`
   */
  hold(value: unknown): boolean {
    if (typeof value !== 'object' || value === null || !('blob' in value)) return false;
    const line = v.safeParse(BlobLine, value);
    if (!line.success || this.#waiting.size >= MOST_OF_ONE) throw envelopeError('altered');
    if (!this.#digest) return true;
    this.#letters += line.output.text.length;
    if (this.#letters > this.#most) throw envelopeError('altered');
    this.#waiting.set(line.output.blob, line.output.text);
    return true;
  }

  /**
   * Passes on those that the batch names.
   *
   * @throws {PreventError} `CP_ENVELOPE_UNREADABLE` when one is not what the batch says it is, or is named by nothing
   */
  async release(batch: Batch, take: TakeBlob): Promise<void> {
    if (!this.#digest || this.#waiting.size === 0) return;
    for (const blob of namedIn(batch)) {
      const text = this.#waiting.get(blob.blob);
      if (text === undefined) continue;
      if (!(await isNamedBlob(blob, text, this.#digest))) throw envelopeError('altered');
      this.#waiting.delete(blob.blob);
      await take(blob.blob, text);
    }
    if (this.#waiting.size > 0) throw envelopeError('altered');
    this.#letters = 0;
  }
}

function named(batch: Batch) {
  return revisionsOf(batch).flatMap(({ set }) => namedBlobsIn(Object(set)));
}

/** Blobs named in content from a file, which may not be a batch at all. */
function namedIn(batch: Batch) {
  try {
    return named(batch);
  } catch (cause) {
    throw envelopeError('altered', cause);
  }
}
