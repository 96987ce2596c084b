/** The blobs in a backup or an exchange file: one line each, before the first batch that names it. */
import * as v from 'valibot';
import { isNamedBlob, NamedBlob, namedBlobsIn } from '../../record/named-blob.js';
import type { Digest } from '../../shared/host.js';
import { BlobName } from '../../shared/primitives.js';
import { LARGEST_BLOB } from '../blob-store.js';
import { envelopeError } from '../log/envelope.js';
import { type Batch, revisionsOf } from '../log/revision.js';

/** Gives the text of a blob; undefined if it is no longer readable: then the file goes without it. */
export type BlobText = (name: BlobName) => Promise<string | undefined>;

/** Texts of blobs, with the digest that proves each to be the one that a record names. */
export interface BlobSource {
  readonly blobText: BlobText;
  readonly digest: Digest;
}

/**
 * Called with each blob of the file, before the batch that names it is given. The blob is proved, or its own line proved
 * it: then the file is refused at the batch if that names another.
 */
export type TakeBlob = (name: BlobName, text: string) => Promise<void>;

const Text = v.pipe(v.string(), v.maxLength(LARGEST_BLOB));

/** With its salt and digest, a line proves its own text; without them, as older backups have it, its batch does. */
const BlobLine = v.union([
  v.strictObject({ ...NamedBlob.entries, text: Text }),
  v.strictObject({ blob: BlobName, text: Text }),
]);

export interface BlobTaker {
  readonly digest: Digest;
  readonly take: TakeBlob;
  /**
   * Called with each blob that is left out, as from a backup that an earlier release made: too many wait for one batch,
   * or every record names it with the digest of other bytes. Absent: such a file is refused.
   */
  readonly leave?: (name: BlobName) => void;
}

/** Most blobs whose text waits for its batch: one commit has a few pages, or up to twenty files in pieces. */
const MOST_OF_ONE = 256;

/**
 * Most characters of them: twice what the files of one save have, so that a file from elsewhere does not fill the memory.
 */
const MOST_LETTERS = 160_000_000;

/** Most blobs already taken that one batch may name: a batch may hold 256 others, as each release has kept them. */
const MOST_PROVED = 256 * MOST_OF_ONE;

/** Number of blobs that can wait together, however large each is. */
export const SURELY_WAITING = Math.floor(MOST_LETTERS / LARGEST_BLOB);

/**
 * The lines that go before a batch; a blob already sent is not sent again. One that this batch names with the digest of
 * other bytes waits for a batch that names it rightly: a reader refuses a line that its naming does not prove.
 */
export async function* blobLines(
  batch: Batch,
  { blobText, digest }: BlobSource,
  sent: Set<BlobName>,
): AsyncGenerator<NamedBlob & { readonly text: string }> {
  for (const named of blobsOfBatch(batch)) {
    const { blob } = named;
    if (sent.has(blob)) continue;
    const text = await blobText(blob);
    if (text !== undefined && !(await isNamedBlob(named, text, digest))) continue;
    sent.add(blob);
    if (text !== undefined) yield { ...named, text };
  }
}

/** Reads the lines between two batches. */
export class CarriedBlobs {
  /** Texts that only a batch can prove: the next one, as a rule. */
  readonly #waiting = new Map<BlobName, string>();
  /** Blobs among them that a batch named, and did not prove: they wait for another. */
  readonly #misnamed = new Set<BlobName>();
  /** Blobs that proved themselves and were passed on; their batch must still name them so. */
  readonly #proved = new Map<BlobName, Pick<NamedBlob, 'salt' | 'digest'>>();
  readonly #blobs: BlobTaker | undefined;
  readonly #most: number;
  #letters = 0;

  /**
   * @param blobs - absent: blobs are skipped, and none is passed on
   * @param most - characters that wait for their batch, at most
   */
  constructor(blobs: BlobTaker | undefined, most = MOST_LETTERS) {
    this.#blobs = blobs;
    this.#most = most;
  }

  /**
   * Passes the blob on if it proves itself; otherwise it waits for its batch. So does one that its own line does not
   * prove, where blobs may be left out: an earlier release wrote each with its first naming, right or wrong.
   *
   * @returns false when the line is not a blob
   * @throws {PreventError} `CP_ENVELOPE_UNREADABLE`
   */
  async hold(value: unknown): Promise<boolean> {
    if (typeof value !== 'object' || value === null || !('blob' in value)) return false;
    const line = v.safeParse(BlobLine, value);
    if (!line.success) throw envelopeError('altered');
    if (!this.#blobs) return true;
    const { blob, text } = line.output;
    if ('salt' in line.output) {
      const { salt, digest } = line.output;
      if (this.#proved.size >= MOST_PROVED) throw envelopeError('altered');
      if (await isNamedBlob({ salt, digest }, text, this.#blobs.digest)) {
        this.#proved.set(blob, { salt, digest });
        await this.#blobs.take(blob, text);
        return true;
      }
      if (!this.#blobs.leave) throw envelopeError('altered');
    }
    if (this.#waiting.size >= MOST_OF_ONE || this.#letters + text.length > this.#most) {
      if (!this.#blobs.leave) throw envelopeError('altered');
      this.#blobs.leave(blob);
      return true;
    }
    this.#letters += text.length - (this.#waiting.get(blob)?.length ?? 0);
    this.#waiting.set(blob, text);
    return true;
  }

  /**
   * Passes on those that waited for the batch. One that it names with the digest of other bytes waits for another batch,
   * where blobs may be left out.
   *
   * @throws {PreventError} `CP_ENVELOPE_UNREADABLE` when one is not what the batch says it is, or is named by nothing
   */
  async release(batch: Batch): Promise<void> {
    if (!this.#blobs || this.#waiting.size + this.#proved.size === 0) return;
    for (const named of blobsNamedIn(batch)) {
      const { blob, salt, digest } = named;
      const proof = this.#proved.get(blob);
      if (proof?.salt === salt && proof.digest === digest) this.#proved.delete(blob);
      const text = this.#waiting.get(blob);
      if (text === undefined) continue;
      if (!(await isNamedBlob(named, text, this.#blobs.digest))) {
        this.#misnamed.add(blob);
        continue;
      }
      this.#drop(blob, text);
      await this.#blobs.take(blob, text);
    }
    const mayWait = (blob: BlobName): boolean =>
      this.#blobs?.leave !== undefined && this.#misnamed.has(blob);
    if (this.#proved.size > 0 || ![...this.#waiting.keys()].every(mayWait))
      throw envelopeError('altered');
  }

  /** Leaves out those that no batch of the file proved. */
  finish(): void {
    for (const [blob, text] of this.#waiting) {
      this.#drop(blob, text);
      this.#blobs?.leave?.(blob);
    }
  }

  #drop(blob: BlobName, text: string): void {
    this.#waiting.delete(blob);
    this.#misnamed.delete(blob);
    this.#letters -= text.length;
  }
}

/** Every naming of a blob in the batch and those within it, in their order. */
export function blobsOfBatch(batch: Batch): readonly NamedBlob[] {
  return revisionsOf(batch).flatMap(({ set }) => namedBlobsIn(Object(set)));
}

/** Blobs named in content from a file, which may not be a batch at all. */
function blobsNamedIn(batch: Batch): readonly NamedBlob[] {
  try {
    return blobsOfBatch(batch);
  } catch (cause) {
    throw envelopeError('altered', cause);
  }
}
