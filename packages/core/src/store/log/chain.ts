/** Proves that a device's log is whole: every entry signed, in sequence, linked to the one before, its content its own. */
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

/** Before the first entry. */
export const CHAIN_START: ChainHead = { seq: 0, head: '0'.repeat(64) };

/** Entries proved at once: digests and signatures run beside each other, and memory stays bounded. */
const WINDOW = 128;
/** Commitments in the headers proved at once: one header of an import may have tens of thousands, and is proved alone. */
const WINDOW_COMMITMENTS = 512;
/** Contents that are hashed before others may go first: a few milliseconds of work. */
const PORTION = 128;

/** 64 bytes in base64url, in the one way of writing them: the spare bits of the last letter are zero. */
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
  /** Without it signatures are not checked: the links and the contents still are. */
  readonly verify?: Verify;
  /** Where the given entries carry on from; absent: from the first entry. */
  readonly from?: ChainHead;
  /** Lets others go first, between portions of a long piece of work: asked for often, it may answer at once. */
  readonly pause?: () => Promise<void>;
  /** A place that the chain must pass through, known from elsewhere: nothing else shows that the end was cut off. */
  readonly expect?: ChainHead;
}

/** Digest of a signed header: what the next entry names as `prev`. */
export function headerDigest(header: SignedHeader, digest: Digest): Promise<string> {
  return digest(canonical(header));
}

/**
 * Checks entries in the order given. Content that was disposed of (`null`) is fine: its commitment is left.
 *
 * @param entries - batches, or headers alone (then contents are not looked at)
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
  /** Whose chain it must be; absent: the first entry says. */
  readonly owner?: Pick<SignedHeader, 'team' | 'device'>;
  /** Told each entry once it is proved; what it gives back stops the walk as that entry's fault. */
  readonly onEntry?: (header: SignedHeader, place: ChainHead) => ChainFault | undefined;
}

export interface Walk {
  /** The last good entry: the first bad one, if there is a fault, has the sequence after it. */
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

/** All that can be said of an entry without the ones before it. */
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
  // The header does not say where revisions end and audit entries begin, so each must look like what it stands among.
  if (!batch.revisions.every((entry) => entry === null || isRevision(entry.content))) return false;
  if (!batch.audit.every((entry) => entry === null || isAudit(entry.content))) return false;
  if (!received.every((entry) => entry === null || isWithoutMore(entry.content))) return false;
  const hashes = [
    ...contents.map((entry) => entry && (() => commitmentOf(entry, digest))),
    ...received.map((entry) => entry && (() => receivedCommitment(entry, digest))),
  ];
  // One after the other the browser may hash them all without a pause, however many they are.
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

/** A batch as one may stand in another: its header is one, and it holds none in turn. */
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
  gap: 'is missing, or stands in another place',
  link: 'does not follow on from the one before',
  device: 'was written by another device',
  signature: 'does not have its officer’s signature',
  content: 'does not hold what its signed header says',
  cut: 'is missing: the log ends too early',
} as const;
export type ChainFault = keyof typeof FAULTS;

/** “Entry 7 of the log is missing, or stands in another place.” */
export function faultSentence(seq: number, fault: ChainFault): string {
  return `Entry ${seq} of the log ${FAULTS[fault]}.`;
}

function broken(seq: number, fault: ChainFault): Issue {
  return {
    code: `chain-${fault}`,
    severity: 'error',
    at: `entry ${seq}`,
    message: `${faultSentence(seq, fault)} Do not work on with it and delete nothing: tell whoever looks after the toolkit.`,
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

/** Nothing was checked yet: what is not an entry counts as one without any. */
function commitmentsIn(entry: unknown): number {
  const header = memberOf(entry, 'header') ?? entry;
  const commitments = memberOf(header, 'commitments');
  return Array.isArray(commitments) ? commitments.length : 0;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
