/**
 * Proves what another device, or a backup, hands over, and sorts it into what is held already, what carries this
 * device's own log on, and what is new. Everything handed over is hostile until it is through here: one fault and nothing
 * of it is taken in.
 */
import * as v from 'valibot';
import { checkRecord } from '../record/check.js';
import { isRecordKind, RECORD_LABELS } from '../record/kind.js';
import { breaksLock, LOCKING_KINDS } from '../record/lock.js';
import { SourceRef } from '../record/provenance.js';
import { canonical } from '../shared/canonical.js';
import type { Digest } from '../shared/host.js';
import { Instant, RecordId } from '../shared/primitives.js';
import type { Signer, Verify } from './batch-log.js';
import { branchAt, branchesOf } from './branch.js';
import { type ChainHead, prove } from './chain.js';
import type { Ledger } from './ledger.js';
import { CodeShape, SearchDigest } from './prepare.js';
import { apart, beyond, isEmpty, together, without } from './received.js';
import { AUDIT_ACTIONS, type Batch, type Revision, revisionsOf } from './revision.js';
import { notReceived, type ReceiveFault } from './trouble.js';

/** What may stand in a batch; a newer release may write more, and then this one cannot work with it. */
const Content = v.object({
  revisions: v.array(
    v.nullable(
      v.strictObject({
        salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
        content: v.strictObject({
          kind: v.pipe(v.string(), v.check(isRecordKind)),
          record: RecordId,
          parents: v.array(RecordId),
          set: v.record(v.string(), v.unknown()),
          sources: v.optional(v.record(v.string(), v.array(SourceRef))),
          withdraw: v.optional(v.literal(true)),
          id: RecordId,
          at: Instant,
          by: RecordId,
          reason: CodeShape,
        }),
      }),
    ),
  ),
  audit: v.array(
    v.nullable(
      v.strictObject({
        salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
        content: v.strictObject({
          action: v.picklist(AUDIT_ACTIONS),
          records: v.array(RecordId),
          fields: v.array(v.pipe(v.string(), v.maxLength(100))),
          reason: CodeShape,
          recipients: v.optional(v.array(v.string())),
          search: v.optional(SearchDigest),
        }),
      }),
    ),
  ),
});

export interface SiftOptions {
  readonly ledger: Ledger;
  readonly signer: Pick<Signer, 'team' | 'device'>;
  readonly digest: Digest;
  readonly verify: Verify;
  /** `colleague`: what they made must be as its kind says today, and nothing may carry this device's own log on. */
  readonly from: 'backup' | 'colleague';
  /** None of these is to come back. */
  readonly disposed: ReadonlySet<RecordId>;
}

export interface Sifted {
  /** What carries this device's own log on, in order, with the digest of each header. */
  readonly own: readonly Proved[];
  /** Batches of other devices of which something is new, nothing else left in them; in the order of their sequences. */
  readonly others: readonly Batch[];
  /** Batches of which nothing is new. */
  readonly heldCount: number;
  /** Records that were left out, since they were disposed of. */
  readonly leftOut: readonly RecordId[];
}

interface Proved {
  readonly batch: Batch;
  readonly head: string;
}

/** @throws {PreventError} `CP_STORE_NOT_RECEIVED` with the issue as `cause` */
export async function sift(batches: readonly Batch[], options: SiftOptions): Promise<Sifted> {
  const { ledger, signer, disposed } = options;
  const [mine, theirs] = [new Map<number, Proved>(), new Map<string, Proved>()];
  for (const whole of batches) {
    await proveOne(whole, options);
    const isMine = whole.header.device === signer.device;
    // This device's own batches stay as they are; what others received is looked at batch by batch.
    const parts = isMine ? [whole] : apart(whole);
    for (const part of parts) {
      const { head } =
        part === parts[0] ? await headOf(part, options) : await proveOne(part, options);
      if (part.header.device === signer.device) lay(mine, part.header.seq, { batch: part, head });
      else lay(theirs, keyOf(part), { batch: part, head });
    }
  }
  refuseBrokenLinks([...theirs.values()], await ledger.received());
  const { own, heldCount } = await carryingOn([...mine.values()], options);
  const others: Batch[] = [];
  for (const { batch, head } of inOrder([...theirs.values()])) {
    const fresh = await freshOf(batch, head, options);
    if (fresh) others.push(fresh);
  }
  await refuseUnfit(others, options);
  const handedOver = [...mine.values(), ...theirs.values()].flatMap(({ batch }) =>
    recordsIn(batch),
  );
  return {
    own: own.map(({ batch, head }) => ({ batch: without(batch, disposed), head })),
    others: others.map((batch) => without(batch, disposed)),
    heldCount: heldCount + theirs.size - others.length,
    leftOut: [...new Set(handedOver)].filter((id) => disposed.has(id)),
  };
}

async function proveOne(batch: Batch, options: SiftOptions): Promise<{ readonly head: string }> {
  const { head, fault, header } = await headOf(batch, options);
  if (!header) refuse('malformed');
  if (fault) refuse(fault === 'signature' || fault === 'content' ? fault : 'malformed');
  if (header.team !== options.signer.team) refuse('team');
  for (const part of apart(batch)) {
    const { officer, at } = part.header;
    const isSound =
      v.is(Content, part) &&
      part.revisions.every((one) => !one || (one.content.by === officer && one.content.at === at));
    if (!isSound) refuse('malformed');
  }
  return { head };
}

function headOf(batch: Batch, { digest, verify }: SiftOptions) {
  return prove(batch, { digest, verify });
}

/** Two copies of one batch are laid together; two batches in one place are a fork. */
function lay<K>(map: Map<K, Proved>, key: K, { batch, head }: Proved): void {
  const other = map.get(key);
  if (other && other.head !== head) refuse('fork');
  map.set(key, { head, batch: other ? together(other.batch, batch) : batch });
}

function keyOf({ header: { device, seq } }: Batch): string {
  return `${device}/${seq}`;
}

function inOrder(batches: readonly Proved[]): readonly Proved[] {
  return batches.toSorted((one, other) => one.batch.header.seq - other.batch.header.seq);
}

type Index = Awaited<ReturnType<Ledger['received']>>;

/** Where the neighbour of a batch is given or held, they must follow on. */
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

/** This device's own batches: those that it has, and those that carry its log on. */
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
    if (from === 'colleague') refuse('ahead');
    if (seq !== end.seq + 1) refuse('gap');
    if (prev !== end.head) refuse('fork-own');
    own.push(one);
    end = { seq, head: one.head };
  }
  return { own, heldCount: mine.length - own.length };
}

/** The digest of a header is what the next one names, or the end. */
async function headsOfOwn(mine: readonly Proved[], ledger: Ledger): Promise<Map<number, string>> {
  const seqs = new Set(mine.map(({ batch }) => batch.header.seq));
  const first = Math.min(...seqs);
  const heads = new Map<number, string>();
  if (first > ledger.end.seq) return heads;
  for (const { header } of await ledger.since(first)) heads.set(header.seq - 1, header.prev);
  heads.set(ledger.end.seq, ledger.end.head);
  return heads;
}

/** What of the batch is not held; undefined when there is nothing and its header is held. */
async function freshOf(
  batch: Batch,
  head: string,
  { ledger, disposed }: SiftOptions,
): Promise<Batch | undefined> {
  const { device, seq } = batch.header;
  const held = (await ledger.received()).find(device, seq);
  if (!held) return batch;
  if (held.head !== head) refuse('fork');
  const copies = (await ledger.at(held.within)).flatMap(({ received = [] }) =>
    received.flatMap((entry) =>
      entry && keyOf(entry.content) === keyOf(batch) ? entry.content : [],
    ),
  );
  const fresh = beyond(batch, copies.reduce(together));
  return isEmpty(without(fresh, disposed)) ? undefined : fresh;
}

/** What the records would come to must be what their kinds allow, each revision one of a kind and made once. */
async function refuseUnfit(others: readonly Batch[], options: SiftOptions): Promise<void> {
  const { ledger, from, disposed } = options;
  const merged = new Map<RecordId, Map<RecordId, Revision>>();
  for (const revision of others.flatMap(revisionsOf)) {
    const { record, id, kind } = revision;
    if (disposed.has(record)) continue;
    const entry = ledger.records.find(record);
    const all = merged.get(record) ?? new Map(await ledger.revisionsOf(record));
    merged.set(record, all);
    const same = all.get(id);
    if (same && canonical(same) !== canonical(revision)) refuse('fork');
    const [first] = all.values();
    if ((entry?.kind ?? first?.kind ?? kind) !== kind) refuse('malformed');
    all.set(id, revision);
  }
  for (const all of merged.values()) {
    const branches = branchesOf(all);
    if (branches.length === 0) refuse('malformed');
    const [first] = all.values();
    if (!first || from === 'backup') continue;
    if (LOCKING_KINDS.includes(first.kind) && changesLocked(all))
      refuse('locked', RECORD_LABELS[first.kind].one);
    for (const { value, isIncomplete } of branches) {
      if (!isIncomplete && !isFit(first, value)) refuse('unfit', RECORD_LABELS[first.kind].one);
    }
  }
}

/** Whether a revision was written over what no change may touch. */
function changesLocked(all: ReadonlyMap<RecordId, Revision>): boolean {
  return [...all.values()].some(({ id, kind, parents, withdraw }) =>
    parents.some((parent) => {
      const held = branchAt(all, parent);
      const after = branchAt(all, id);
      return held && after && breaksLock(kind, held.value, after.value, withdraw === true);
    }),
  );
}

function isFit({ kind, record }: Revision, value: object): boolean {
  const checked = checkRecord(kind, value);
  return checked.ok && checked.value.id === record;
}

function recordsIn(batch: Batch): readonly RecordId[] {
  return revisionsOf(batch).map(({ record }) => record);
}

function refuse(fault: ReceiveFault, label?: string): never {
  throw notReceived(fault, label);
}
