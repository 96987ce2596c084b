/**
 * The inside of a backup: every batch of a device, including those it received, the ids that must not come back, and what
 * the host keeps beside the records.
 */
import * as v from 'valibot';
import { type BlobName, Instant, Line, RecordId } from '../shared/primitives.js';
import { deepFreeze } from './freeze.js';
import { Hash, type VerifyOptions, verifyChain } from './log/chain.js';
import { envelopeError, lineOf, linesOf, parsedLine, refuseOther } from './log/envelope.js';
import { type Batch, revisionsOf } from './log/revision.js';
import { brokenChain } from './log/trouble.js';
import {
  type BlobSource,
  type BlobTaker,
  blobLines,
  CarriedBlobs,
} from './receive/carried-blobs.js';

const FORMAT = 'cyber-prevent-backup';
/** Version 4 has parts; version 3 proves each blob in its own line; version 2 carried blobs; version 1 had none. */
const VERSION = 4;
const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const BackupHead = v.strictObject({
  format: v.literal(FORMAT),
  version: v.picklist([1, 2, 3, VERSION]),
  team: v.string(),
  device: RecordId,
  officer: RecordId,
  madeAt: Instant,
  /** End of the chain. */
  end: v.strictObject({ seq: Whole, head: Hash }),
  /** Ids of every record disposed of until then. */
  disposed: v.array(RecordId),
  /** Public signing keys of the officers whose batches are in it, as checked by the backup's maker. */
  keys: v.array(
    v.strictObject({ officer: RecordId, signingKey: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)) }),
  ),
  /** Number of parts after the batches. */
  parts: v.exactOptional(Whole),
});
export type BackupHead = v.InferOutput<typeof BackupHead>;
export type BackupSays = Omit<BackupHead, 'format' | 'version' | 'parts'>;

/** Something that the host keeps beside the records. The host checks the value: nothing here signs it. */
const BackupPart = v.strictObject({ part: Line, value: v.unknown() });
export type BackupPart = v.InferOutput<typeof BackupPart>;

/**
 * The text of a backup, piece by piece: each blob comes before the first batch that names it rightly.
 *
 * @param blobs - absent: blobs stay behind
 * @param parts - come after the batches
 */
export async function* backupBody(
  says: BackupSays,
  batches: Iterable<Batch> | AsyncIterable<Batch>,
  blobs?: BlobSource,
  parts: readonly BackupPart[] = [],
): AsyncGenerator<string> {
  yield lineOf({ format: FORMAT, version: VERSION, ...says, parts: parts.length });
  const sent = new Set<BlobName>();
  for await (const batch of batches) {
    if (blobs) for await (const line of blobLines(batch, blobs, sent)) yield lineOf(line);
    yield lineOf(batch);
  }
  for (const part of parts) yield lineOf(part);
}

export interface OpenedBackup {
  readonly head: BackupHead;
  /**
   * The batches, oldest first, read once. They are not proved here: `provedBackup` proves them, and so does a receiving
   * store.
   *
   * @throws {PreventError} `CP_ENVELOPE_UNREADABLE` during the reading, when there are fewer or more than it says
   */
  readonly batches: AsyncIterable<Batch>;
}

/**
 * Reads a backup as it arrives, batch by batch.
 *
 * @param blobs - given each blob before its batch; absent: blobs are skipped
 * @param onPart - called with each part once all batches were given; the reading ends after the last
 * @throws {PreventError} `CP_ENVELOPE_UNREADABLE` when it is not a backup, was cut, or a newer release made it
 */
export async function readBackup(
  pieces: AsyncIterable<string>,
  blobs?: BlobTaker,
  onPart: (part: BackupPart) => void = () => undefined,
): Promise<OpenedBackup> {
  const lines = linesOf(pieces);
  const first = await lines.next();
  if (first.done) throw envelopeError('cut');
  const said = parsedLine(first.value);
  refuseOther(said, FORMAT, VERSION);
  const head = v.safeParse(BackupHead, said);
  if (!head.success) throw envelopeError('altered');
  return { head: head.output, batches: batchesIn(lines, head.output, blobs, onPart) };
}

async function* batchesIn(
  lines: AsyncIterable<string>,
  { end: { seq: count }, device, parts = 0 }: BackupHead,
  blobs: BlobTaker | undefined,
  onPart: (part: BackupPart) => void,
): AsyncGenerator<Batch> {
  const carried = new CarriedBlobs(blobs);
  let [read, partsRead] = [0, 0];
  for await (const line of lines) {
    const value = parsedLine(line);
    if (read === count && partsRead < parts) {
      const part = v.safeParse(BackupPart, value);
      if (!part.success) throw envelopeError('altered');
      partsRead += 1;
      onPart(part.output);
      continue;
    }
    if (await carried.hold(value)) continue;
    read += 1;
    if (read > count || typeof value !== 'object' || value === null || !('header' in value))
      throw envelopeError('altered');
    // Its own signature proves its content.
    const batch = deepFreeze(value as Batch);
    // A backup is the log of one device: batches it received from others are within its own.
    if (Object(batch.header).device !== device) throw envelopeError('altered');
    await carried.release(batch);
    yield batch;
  }
  if (read < count || partsRead < parts) throw envelopeError('cut');
  carried.finish();
}

/** Counts of a backup, all of it proved. */
export interface BackupCount {
  readonly batches: number;
  /** Ids of the records with any content in it. */
  readonly records: readonly RecordId[];
  /** Time when the last batch was made; undefined in an empty backup. */
  readonly lastAt: Instant | undefined;
}

/**
 * Proves a backup from the first batch to the end that it names, and counts. Nothing is kept.
 *
 * @param onBatch - called after each batch with the number read so far
 * @throws {PreventError} `CP_STORE_CHAIN_BROKEN` naming the first bad entry; `CP_ENVELOPE_UNREADABLE`
 */
export async function provedBackup(
  { head, batches }: OpenedBackup,
  { digest, verify }: Pick<VerifyOptions, 'digest' | 'verify'>,
  onBatch: (read: number) => void = () => undefined,
): Promise<BackupCount> {
  const records = new Set<RecordId>();
  let [read, lastAt]: [number, Instant | undefined] = [0, undefined];
  const counted = async function* (): AsyncGenerator<Batch> {
    for await (const batch of batches) {
      yield batch;
      read += 1;
      lastAt = batch.header.at;
      for (const { record } of revisionsOf(batch)) records.add(record);
      onBatch(read);
    }
  };
  const expect = head.end;
  const chain = await verifyChain(counted(), { digest, expect, ...(verify ? { verify } : {}) });
  if (!chain.ok) throw brokenChain(chain.issues);
  return { batches: read, records: [...records], lastAt };
}
