/**
 * Proves that a device's log is whole: every entry is signed, in sequence, linked to the one before, and has its own
 * content.
 */
import * as v from 'valibot';
import { canonical } from '../../shared/canonical.js';
import type { Digest } from '../../shared/host.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import { Instant, RecordId } from '../../shared/primitives.js';
import { commitmentOf, receivedCommitment } from './compose.js';
import type { Batch, SignedHeader } from './revision.js';
import type { Verify } from './signer.js';

/** A place in the chain: the sequence of an entry and the digest of its header. */
export interface ChainHead {
  readonly seq: number;
  readonly head: string;
}

/** The place before the first entry. */
export const CHAIN_START: ChainHead = { seq: 0, head: '0'.repeat(64) };

/** Entries proved at once: digests and signatures run in parallel, and memory stays bounded. */
const WINDOW = 128;
/**
 * Most commitments in the headers proved at once: one header of an import may have tens of thousands, and is proved
 * alone.
 */
const WINDOW_COMMITMENTS = 512;
/** Contents hashed before other work may run: a few milliseconds of work. */
const PORTION = 128;

/** 64 bytes in base64url, in their only canonical spelling: the spare bits of the last letter are zero. */
export const ED25519 = /^[A-Za-z0-9_-]{85}[AQgw]$/;

export const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const Sequence = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
export const Header = v.strictObject({
  team: v.string(),
  device: RecordId,
  officer: RecordId,
  seq: Sequence,
  at: Instant,
  prev: Hash,
  commitments: v.array(Hash),
  signature: v.string(),
});

export interface VerifyOptions {
  readonly digest: Digest;
  /** Verifier of signatures. Without it they are not checked; the links and the contents still are. */
  readonly verify?: Verify;
  /** Place that the given entries continue from; absent: from the first entry. */
  readonly from?: ChainHead;
  /** Lets other work run between portions of a long job. It is called often, and may return at once. */
  readonly pause?: () => Promise<void>;
  /** A place that the chain must pass through, known from elsewhere: nothing else shows that the end was cut off. */
  readonly expect?: ChainHead;
}

/** Digest of a signed header, which the next entry names as `prev`. */
export function headerDigest(header: SignedHeader, digest: Digest): Promise<string> {
  return digest(canonical(header));
}

/**
 * Checks entries in the order given. Content that was disposed of (`null`) is valid: its commitment remains.
 *
 * @param entries - batches, or headers alone (then contents are not checked)
 * @returns where the chain ends; or one issue that names the first bad entry, `at` being `entry 7`
 */
export async function verifyChain(
  entries: Iterable<Batch | SignedHeader> | AsyncIterable<Batch | SignedHeader>,
  options: VerifyOptions,
): Promise<Result<ChainHead>> {
  const { expect } = options;
  let reached = meets(options.from ?? CHAIN_START, expect);
  const { end, fault } = await walkChain(entries, {
    ...options,
    onEntry: (_, place) => {
      if (expect?.seq === place.seq && expect.head !== place.head) return 'link';
      reached ||= meets(place, expect);
      return undefined;
    },
  });
  if (fault) return failed(broken(end.seq + 1, fault));
  return reached ? passed(end) : failed(broken(end.seq + 1, 'cut'));
}

export interface WalkOptions extends Omit<VerifyOptions, 'expect'> {
  /** Required owner of the chain; absent: the first entry's. */
  readonly owner?: Pick<SignedHeader, 'team' | 'device'>;
  /** Called with each entry once it is proved; a returned fault stops the walk, as that entry's. */
  readonly onEntry?: (header: SignedHeader, place: ChainHead) => ChainFault | undefined;
}

export interface Walk {
  /** The last good entry. If there is a fault, the first bad entry has the next sequence. */
  readonly end: ChainHead;
  readonly fault?: ChainFault;
}

/** Walks the chain as far as it is whole. */
export async function walkChain(
  entries: Iterable<Batch | SignedHeader> | AsyncIterable<Batch | SignedHeader>,
  options: WalkOptions,
): Promise<Walk> {
  const { onEntry, pause = atOnce } = options;
  let end = options.from ?? CHAIN_START;
  let owner = options.owner && ownerOf(options.owner);
  for await (const window of windows(entries)) {
    for (const { header, head, fault } of await Promise.all(
      window.map((entry) => prove(entry, options)),
    )) {
      const seq = end.seq + 1;
      if (header === undefined) return { end, fault: 'malformed' };
      if (header.seq !== seq) return { end, fault: 'gap' };
      if (header.prev !== end.head) return { end, fault: 'link' };
      owner ??= ownerOf(header);
      if (owner !== ownerOf(header)) return { end, fault: 'device' };
      const stop = fault ?? onEntry?.(header, { seq, head });
      if (stop) return { end, fault: stop };
      end = { seq, head };
    }
    await pause();
  }
  return { end };
}

function ownerOf({ team, device }: Pick<SignedHeader, 'team' | 'device'>): string {
  return `${team}/${device}`;
}

function meets(place: ChainHead, expect: ChainHead | undefined): boolean {
  return expect === undefined || (place.seq === expect.seq && place.head === expect.head);
}

export interface Proof {
  readonly header?: SignedHeader;
  readonly head: string;
  readonly fault?: ChainFault;
}

/** Proves everything about an entry that does not need the ones before it. */
export async function prove(
  entry: Batch | SignedHeader,
  { digest, verify, pause = atOnce }: Pick<VerifyOptions, 'digest' | 'verify' | 'pause'>,
): Promise<Proof> {
  const isBatch = typeof entry === 'object' && entry !== null && 'header' in entry;
  const header = isBatch ? entry.header : entry;
  if (!v.is(Header, header)) return { head: '' };
  const head = await headerDigest(header, digest);
  if (verify) {
    const { signature, ...unsigned } = header;
    const isSigned =
      ED25519.test(signature) && (await verify(header.officer, canonical(unsigned), signature));
    if (!isSigned) return { header, head, fault: 'signature' };
  }
  if (isBatch && !(await holdsContent(entry, digest, pause).catch(() => false)))
    return { header, head, fault: 'content' };
  return { header, head };
}

async function holdsContent(
  batch: Batch,
  digest: Digest,
  pause: () => Promise<void>,
): Promise<boolean> {
  const { header, revisions, audit, received = [] } = batch;
  if (![revisions, audit, received].every(Array.isArray)) return false;
  const contents = [...batch.revisions, ...batch.audit];
  if (contents.length + received.length !== header.commitments.length) return false;
  // The header does not mark where revisions end and audit entries begin, so each must have the shape of its own list.
  if (!batch.revisions.every((entry) => entry === null || isRevision(entry.content))) return false;
  if (!batch.audit.every((entry) => entry === null || isAudit(entry.content))) return false;
  if (!received.every((entry) => entry === null || isWithoutMore(entry.content))) return false;
  const hashes = [
    ...contents.map((entry) => entry && (() => commitmentOf(entry, digest))),
    ...received.map((entry) => entry && (() => receivedCommitment(entry, digest))),
  ];
  // One after another, the browser may hash them all without a pause, even a great many.
  for (let from = 0; from < hashes.length; from += PORTION) {
    const found = await Promise.all(hashes.slice(from, from + PORTION).map((hash) => hash?.()));
    const isHeld = (hash: string | undefined, nth: number): boolean =>
      hash === undefined || hash === header.commitments[from + nth];
    if (!found.every(isHeld)) return false;
    await pause();
  }
  for (const entry of received)
    if (entry !== null && !(await holdsContent(entry.content, digest, pause))) return false;
  return true;
}

/** True for a batch that may be inside another: it has a valid header, and holds no further batches. */
function isWithoutMore({ header, received = [] }: Batch): boolean {
  return (
    v.is(Header, header) && Array.isArray(received) && received.every((entry) => entry === null)
  );
}

async function atOnce(): Promise<void> {}

function isRevision(content: unknown): boolean {
  return typeof content === 'object' && content !== null && 'record' in content;
}

function isAudit(content: unknown): boolean {
  return typeof content === 'object' && content !== null && 'action' in content;
}

const FAULTS = {
  malformed: 'is not an entry',
  gap: 'is missing, or is in another place',
  link: 'does not follow on from the one before',
  device: 'was written by another device',
  signature: 'does not have its officer’s signature',
  content: 'does not hold what its signed header says',
  cut: 'is missing: the log ends too early',
} as const;
export type ChainFault = keyof typeof FAULTS;

/** Sentence such as “Entry 7 of the log is missing, or is in another place.” */
export function faultSentence(seq: number, fault: ChainFault): string {
  return `Entry ${seq} of the log ${FAULTS[fault]}.`;
}

function broken(seq: number, fault: ChainFault): Issue {
  return {
    code: `chain-${fault}`,
    severity: 'error',
    at: `entry ${seq}`,
    message: `${faultSentence(seq, fault)} Stop working with it and delete nothing: tell your administrator.`,
  };
}

async function* windows<T extends Batch | SignedHeader>(
  items: Iterable<T> | AsyncIterable<T>,
): AsyncGenerator<T[]> {
  let window: T[] = [];
  let commitments = 0;
  for await (const item of items) {
    window.push(item);
    commitments += commitmentsIn(item);
    if (window.length < WINDOW && commitments < WINDOW_COMMITMENTS) continue;
    yield window;
    window = [];
    commitments = 0;
  }
  if (window.length > 0) yield window;
}

/** Number of commitments in an entry that is not checked yet; 0 if it is not an entry. */
function commitmentsIn(entry: unknown): number {
  const header = memberOf(entry, 'header') ?? entry;
  const commitments = memberOf(header, 'commitments');
  return Array.isArray(commitments) ? commitments.length : 0;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
