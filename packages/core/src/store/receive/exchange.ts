/** The inside of an exchange file: records that one officer hands to another, signed as a whole by the sender. */
import * as v from 'valibot';
import { canonical } from '../../shared/canonical.js';
import type { Host } from '../../shared/host.js';
import { type BlobName, Instant, Line, Narrative, RecordId } from '../../shared/primitives.js';
import { deepFreeze } from '../freeze.js';
import { ED25519 } from '../log/chain.js';
import {
  digestOfLines,
  envelopeError,
  lineOf,
  linesOf,
  parsedLine,
  refuseOther,
} from '../log/envelope.js';
import type { Batch } from '../log/revision.js';
import type { Signer } from '../log/signer.js';
import { type BlobText, blobLines, CarriedBlobs, type TakeBlob } from './carried-blobs.js';
import { EXCHANGE_PURPOSES } from './exchange-purpose.js';

const FORMAT = 'cyber-prevent-exchange';
/** Version 4 is signed for one recipient’s key; 3 could be about several subjects; 2 carried blobs; 1 had none. */
const VERSION = 4;
/** Prefix of the signed text, so that no other signature passes for one of an exchange file. */
const CONTEXT = 'cyber-prevent/exchange/1';
const MAX_BATCHES = 100_000;

const PublicKey = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
const Card = v.strictObject({
  version: v.literal(1),
  officer: RecordId,
  name: Line,
  number: Line,
  force: Line,
  role: Line,
  signingKey: PublicKey,
  exchangeKey: PublicKey,
});

const ExchangeHead = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  id: RecordId,
  team: v.string(),
  purpose: v.picklist(EXCHANGE_PURPOSES),
  madeAt: Instant,
  /** The sender’s colleague card. */
  from: Card,
  /** Id of the recipient. */
  to: RecordId,
  /** The recipient's exchange key: if the file is sealed again for another, it is no longer the one that was signed. */
  toKey: PublicKey,
  /** Id of the exchange file, or of the request in it, that this one answers. */
  answers: v.exactOptional(RecordId),
  note: v.exactOptional(Narrative),
  /** The subject that it is about. */
  subject: RecordId,
  /** Further subjects, if a caseload is handed over. */
  others: v.exactOptional(v.array(RecordId)),
  /** Number of batches that follow. */
  batches: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MAX_BATCHES)),
  /** Public signing keys of other officers whose batches are in it, as the sender had checked them. */
  keys: v.array(v.strictObject({ officer: RecordId, signingKey: v.string() })),
});
export type ExchangeHead = v.InferOutput<typeof ExchangeHead>;
export type ExchangeSays = Omit<ExchangeHead, 'format' | 'version' | 'batches'>;

const Signed = v.strictObject({ signature: v.pipe(v.string(), v.regex(ED25519)) });

/** The text of an exchange file; only an answer names the request that it answers. */
export async function* exchangeBody(
  says: ExchangeSays,
  batches: readonly Batch[],
  {
    signer,
    digest,
    blobText,
  }: {
    readonly signer: Signer;
    readonly digest: Host['digest'];
    /** Gives the text of each blob; absent: blobs stay behind. */
    readonly blobText?: BlobText;
  },
): AsyncGenerator<string> {
  let sum = CONTEXT;
  const add = async (value: unknown): Promise<string> => {
    const line = lineOf(value);
    sum = await digestOfLines(sum, line.slice(0, -1), digest);
    return line;
  };
  yield await add({ format: FORMAT, version: VERSION, ...says, batches: batches.length });
  const sent = new Set<BlobName>();
  for (const batch of batches) {
    // Each batch is one save, so its blobs can wait for it: they need no proof of their own, which version 4 has not.
    if (blobText)
      for await (const { blob, text } of blobLines(batch, { blobText, digest }, sent))
        yield await add({ blob, text });
    yield await add(batch);
  }
  yield lineOf({ signature: await signer.sign(signedText(sum)) });
}

export interface OpenedExchange {
  readonly head: ExchangeHead;
  /** Batches signed by the sender as a whole; the recipient must still prove each. */
  readonly batches: readonly Batch[];
}

/** Checks a signature by the public key itself, as given on the sender’s card. */
export type VerifyBySender = (
  signingKey: string,
  text: string,
  signature: string,
) => Promise<boolean>;

/**
 * Reads the whole file before returning any of it, since the signature comes last. Blobs are not among what is returned:
 * each is given as it comes, since all of them together may be more than there is room for.
 *
 * @param take - given each blob, proved to be the one that a batch names, and not yet signed for; absent: blobs are left out
 * @throws {PreventError} `CP_ENVELOPE_UNREADABLE` when it is not an exchange file, is not as its sender signed it, was
 * cut, or a newer release made it
 */
export async function readExchange(
  pieces: AsyncIterable<string>,
  {
    digest,
    verify,
    take = async () => undefined,
  }: {
    readonly digest: Host['digest'];
    readonly verify: VerifyBySender;
    readonly take?: TakeBlob;
  },
): Promise<OpenedExchange> {
  const lines = linesOf(pieces);
  const first = await lines.next();
  if (first.done) throw envelopeError('cut');
  const said = parsedLine(first.value);
  refuseOther(said, FORMAT, VERSION);
  // Older files did not name the recipient's key, so somebody else could pass them on under their own seal.
  if (Number(Reflect.get(Object(said), 'version')) < VERSION) throw envelopeError('older');
  const head = v.safeParse(ExchangeHead, said);
  // A tidied name would no longer be the one that was signed.
  if (!head.success || canonical(head.output) !== canonical(said)) throw envelopeError('altered');
  if ((head.output.purpose === 'answer') !== (head.output.answers !== undefined))
    throw envelopeError('altered');
  let sum = await digestOfLines(CONTEXT, first.value, digest);
  const batches: Batch[] = [];
  const carried = new CarriedBlobs({ digest, take });
  for await (const line of lines) {
    const value = parsedLine(line);
    if (batches.length < head.output.batches) {
      sum = await digestOfLines(sum, line, digest);
      if (await carried.hold(value)) continue;
      const batch = deepFreeze(value as Batch);
      await carried.release(batch);
      batches.push(batch);
      continue;
    }
    const signed = v.safeParse(Signed, value);
    const { signingKey } = head.output.from;
    if (!signed.success || !(await verify(signingKey, signedText(sum), signed.output.signature)))
      throw envelopeError('altered');
    if (!(await lines.next()).done) throw envelopeError('altered');
    return { head: head.output, batches };
  }
  throw envelopeError('cut');
}

function signedText(sum: string): string {
  return canonical({ context: CONTEXT, sum });
}
