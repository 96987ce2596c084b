/**
 * Proves batches from another device, or a backup, and sorts them: those already here, those that extend this device's
 * own log, and new ones. Everything received is hostile until it has passed: after one fault nothing of it is kept.
 */
import { HANGING_KINDS } from '../../record/shared-kind.js';
import type { Digest } from '../../shared/host.js';
import type { Instant, RecordId } from '../../shared/primitives.js';
import type { WorkingSet } from '../fold.js';
import type { Ledger } from '../ledger.js';
import { type ChainHead, prove } from '../log/chain.js';
import type { Foreseen } from '../log/port.js';
import { type Batch, revisionsOf } from '../log/revision.js';
import type { Signer, Verify } from '../log/signer.js';
import { notReceived, type ReceiveFault } from '../log/trouble.js';
import { refuseUnruly } from './incoming-rules.js';
import { isBatchContent, isWithinSpan, namesFields } from './incoming-shape.js';
import { casesTouched, reachesBeyond } from './reach.js';
import { apart, beyond, isEmpty, together, without, withoutRevisions } from './received.js';
import { endingsIn, isShownHere, type Touched, touchedBy } from './touched.js';

export interface SiftOptions {
  readonly ledger: Ledger;
  readonly signer: Pick<Signer, 'team' | 'device' | 'officer'>;
  readonly digest: Digest;
  /** Verifier that accepts nobody else's key as this officer's own. */
  readonly verify: Verify;
  /** `colleague`: nothing may extend this device's own log. */
  readonly from: 'backup' | 'colleague';
  /** Ids that must not come back. */
  readonly disposed: ReadonlySet<RecordId>;
  /** Subjects that all of it must be about; absent: any. */
  readonly cases?: ReadonlySet<RecordId>;
  /** Records whose withdrawal, or lifting, is accepted. */
  readonly ended: ReadonlySet<RecordId>;
  /** Times when the file was made and is read; absent: it is not a file. */
  readonly file?: { readonly madeAt: Instant; readonly now: Instant };
}

export interface Sifted {
  /** Batches that extend this device's own log, in order, with the digest of each header. */
  readonly own: readonly Proved[];
  /** Batches of other devices reduced to their new content, in the order of their sequences. */
  readonly others: readonly Batch[];
  /** Number of batches with nothing new. */
  readonly heldCount: number;
  /** Records that were left out, since they were disposed of. */
  readonly leftOut: readonly RecordId[];
  /** Records that the others would change. */
  readonly touched: readonly Touched[];
  /** Current records that were to be withdrawn, and holds that were to be lifted: that was left out. */
  readonly unended: readonly Touched[];
}

interface Proved {
  readonly batch: Batch;
  readonly head: string;
  /** Set if it came inside a batch of another device. */
  readonly isWithin?: true;
}

/** @throws {PreventError} `CP_STORE_NOT_RECEIVED` with the issue as `cause` */
export async function sift(batches: readonly Batch[], options: SiftOptions): Promise<Sifted> {
  const { ledger, signer, disposed, file } = options;
  if (file && !isWithinSpan(file.madeAt, file.now)) refuse('dated');
  const [mine, theirs] = [new Map<number, Proved>(), new Map<string, Proved>()];
  for (const whole of batches) {
    await proveOne(whole, options);
    const isMine = whole.header.device === signer.device;
    // This device's own batches stay whole; those that others received are examined batch by batch.
    const parts = isMine ? [whole] : apart(whole);
    for (const part of parts) {
      const { head } =
        part === parts[0] ? await headOf(part, options) : await proveOne(part, options);
      const isWithin = isMine ? {} : ({ isWithin: true } as const);
      if (part.header.device === signer.device)
        lay(mine, part.header.seq, { batch: part, head, ...isWithin });
      else lay(theirs, keyOf(part), { batch: part, head });
    }
  }
  refuseBrokenLinks([...theirs.values()], await ledger.received());
  const { own, heldCount } = await carryingOn([...mine.values()], options);
  const fresh: Batch[] = [];
  for (const { batch, head } of inOrder([...theirs.values()]))
    fresh.push(...(await freshOf(batch, head, options)));
  const { others, touched, unended } = await ruled(fresh, options);
  const handedOver = [...mine.values(), ...theirs.values()].flatMap(({ batch }) =>
    recordsIn(batch),
  );
  return {
    own: own.map(({ batch, head }) => ({ batch: without(batch, disposed), head })),
    others: others.map((batch) => without(batch, disposed)),
    heldCount: heldCount + theirs.size - others.length,
    leftOut: [...new Set(handedOver)].filter((id) => disposed.has(id)),
    touched,
    unended,
  };
}

/** The new content, checked against every rule, without revisions that would end something current here. */
async function ruled(
  fresh: readonly Batch[],
  options: SiftOptions,
): Promise<Pick<Sifted, 'others' | 'touched' | 'unended'>> {
  const { ledger, ended, cases } = options;
  const all = await touchedBy(fresh, options);
  refuseUnruly(all);
  const reached = cases && casesTouched(all, ledger.records);
  const hanging = new Set(
    all.filter(({ kind }) => HANGING_KINDS.has(kind)).map(({ record }) => record),
  );
  if (reached && reachesBeyond(cases, reached, fresh, ledger.records, hanging)) refuse('beyond');
  const unended = all.filter((one) => !ended.has(one.record) && endingsIn(one).length > 0);
  if (unended.length === 0) return { others: fresh, touched: all, unended };
  const left = new Set(unended.flatMap(endingsIn).map(({ id }) => id));
  const index = await ledger.received();
  const others = fresh
    .map((batch) => withoutRevisions(batch, left))
    .filter((batch) => !isEmpty(batch) || !index.find(batch.header.device, batch.header.seq));
  return { others, touched: await touchedBy(others, options), unended };
}

/** Records that would be changed, including those with parts left out. */
export function foreseen(
  { touched, unended }: Pick<Sifted, 'touched' | 'unended'>,
  records: WorkingSet,
): readonly Foreseen[] {
  const ending = new Set(unended.map(({ record }) => record));
  const all = [...unended, ...touched.filter(({ record }) => !ending.has(record))];
  const cases = casesTouched(all, records);
  return all.map((one) => ({
    kind: one.kind,
    record: one.record,
    cases: [...(cases.get(one.record) ?? [])],
    isHeld: isShownHere(one),
    wouldEnd: ending.has(one.record),
  }));
}

async function proveOne(batch: Batch, options: SiftOptions): Promise<{ readonly head: string }> {
  const { signer, file } = options;
  const { head, fault, header } = await headOf(batch, options);
  if (!header) refuse('malformed');
  const [isOfficer, isDevice] = [
    header.officer === signer.officer,
    header.device === signer.device,
  ];
  if (fault === 'signature' && isOfficer) refuse('own-name');
  if (fault) refuse(fault === 'signature' || fault === 'content' ? fault : 'malformed');
  if (isDevice && !isOfficer) refuse('own-name');
  if (header.team !== signer.team) refuse('team');
  for (const part of apart(batch)) {
    if (!isBatchContent(part)) refuse('malformed');
    // This device checked its own batches when it signed them, by the release of that day.
    if (isDevice) continue;
    if (!namesFields(part)) refuse('malformed');
    if (file && !isWithinSpan(part.header.at, file.madeAt)) refuse('dated');
  }
  return { head };
}

function headOf(batch: Batch, { digest, verify }: SiftOptions) {
  return prove(batch, { digest, verify });
}

/** Adds a batch. Two copies of one batch are joined; two batches in one place are a fork. */
function lay<K>(map: Map<K, Proved>, key: K, one: Proved): void {
  const other = map.get(key);
  if (other && other.head !== one.head) refuse('fork');
  if (!other) map.set(key, one);
  else {
    const { isWithin: _, ...whole } = other.isWithin ? one : other;
    const isWithin = other.isWithin && one.isWithin ? { isWithin: other.isWithin } : {};
    map.set(key, { ...whole, batch: together(other.batch, one.batch), ...isWithin });
  }
}

function keyOf({ header: { device, seq } }: Batch): string {
  return `${device}/${seq}`;
}

function inOrder(batches: readonly Proved[]): readonly Proved[] {
  return batches.toSorted((one, other) => one.batch.header.seq - other.batch.header.seq);
}

type Index = Awaited<ReturnType<Ledger['received']>>;

/** Refuses a batch whose neighbour is given or here and does not link to it. */
function refuseBrokenLinks(batches: readonly Proved[], index: Index): void {
  const given = new Map(batches.map((one) => [keyOf(one.batch), one]));
  for (const { batch, head } of batches) {
    const { device, seq, prev } = batch.header;
    const before = given.get(`${device}/${seq - 1}`) ?? index.find(device, seq - 1);
    if (before && before.head !== prev) refuse('fork');
    const after = index.find(device, seq + 1);
    if (after && after.prev !== head) refuse('fork');
    const held = index.find(device, seq);
    if (held && held.head !== head) refuse('fork');
  }
}

/** This device's own batches: those that it has, and those that extend its log. */
async function carryingOn(
  mine: readonly Proved[],
  { ledger, from }: SiftOptions,
): Promise<{ readonly own: readonly Proved[]; readonly heldCount: number }> {
  const own: Proved[] = [];
  let end: ChainHead = ledger.end;
  const held = await headsOfOwn(mine, ledger);
  for (const one of inOrder(mine)) {
    const { seq, prev } = one.batch.header;
    if (seq <= ledger.end.seq) {
      if (held.get(seq) !== one.head) refuse('fork-own');
      continue;
    }
    // Within another device's batch it may have been handed over in part: only this device's backup is whole.
    if (from === 'colleague' || one.isWithin) refuse('ahead');
    if (seq !== end.seq + 1) refuse('gap');
    if (prev !== end.head) refuse('fork-own');
    own.push(one);
    end = { seq, head: one.head };
  }
  return { own, heldCount: mine.length - own.length };
}

/** Digests of this device's headers: each is named by the next header, the last by the end of the chain. */
async function headsOfOwn(mine: readonly Proved[], ledger: Ledger): Promise<Map<number, string>> {
  const seqs = new Set(mine.map(({ batch }) => batch.header.seq));
  const first = Math.min(...seqs);
  const heads = new Map<number, string>();
  if (first > ledger.end.seq) return heads;
  for (const { header } of await ledger.since(first)) heads.set(header.seq - 1, header.prev);
  heads.set(ledger.end.seq, ledger.end.head);
  return heads;
}

/** The content of the batch that is not here yet; the whole batch if it is new; empty if everything is here. */
async function freshOf(
  batch: Batch,
  head: string,
  { ledger, disposed }: SiftOptions,
): Promise<readonly Batch[]> {
  const { device, seq } = batch.header;
  const held = (await ledger.received()).find(device, seq);
  if (!held) return [batch];
  if (held.head !== head) refuse('fork');
  const copies = (await ledger.at(held.within)).flatMap(({ received = [] }) =>
    received.flatMap((entry) =>
      entry && keyOf(entry.content) === keyOf(batch) ? entry.content : [],
    ),
  );
  const fresh = beyond(batch, copies.reduce(together));
  return isEmpty(without(fresh, disposed)) ? [] : [fresh];
}

function recordsIn(batch: Batch): readonly RecordId[] {
  return revisionsOf(batch).map(({ record }) => record);
}

function refuse(fault: ReceiveFault): never {
  throw notReceived(fault);
}
