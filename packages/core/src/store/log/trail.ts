/**
 * The way of some records through the logs: their revisions and the disclosures of them, each with its place. Places
 * order them; a clock may have run backwards in between.
 */
import type { Instant, RecordId } from '../../shared/primitives.js';
import { parentsFirst } from './branch.js';
import type { Batch, LoggedEntry, Revision } from './revision.js';

export interface LogPlace {
  /** The device that wrote it, and the sequence of its batch there. */
  readonly device: RecordId;
  readonly seq: number;
  /** Sequence of the batch of this device that brought it; absent for anything this device wrote. */
  readonly receivedIn?: number;
}

export type Placed<T> = T & { readonly place: LogPlace };

export interface Trail {
  /** Revisions, each after those it was written on, of one record after another. */
  readonly revisions: readonly Placed<Revision>[];
  /** Log entries by which one of the records was given away, in the order of arrival at this device. */
  readonly disclosures: readonly Placed<LoggedEntry>[];
}

/** @param batches - the whole log of this device, oldest first */
export function trailOf(batches: readonly Batch[], ids: ReadonlySet<RecordId>): Trail {
  const revisions = new Map<RecordId, Map<RecordId, Placed<Revision>>>();
  const disclosures: Placed<LoggedEntry>[] = [];
  for (const { batch, place } of placedAmong(batches)) {
    const { at, officer } = batch.header;
    for (const revision of contentsOf(batch.revisions)) {
      const { record, id } = revision;
      if (!ids.has(record)) continue;
      const own = revisions.get(record) ?? new Map<RecordId, Placed<Revision>>();
      revisions.set(record, own);
      // One that arrives again was known from its first arrival on.
      if (!own.has(id)) own.set(id, { ...revision, place });
    }
    for (const entry of contentsOf(batch.audit))
      if (entry.action === 'disclosure' && entry.records.some((id) => ids.has(id)))
        disclosures.push({ ...entry, at, by: officer, place });
  }
  return {
    revisions: [...revisions.values()].flatMap((own) => [...parentsFirst(own).values()]),
    disclosures,
  };
}

/**
 * True if the device that wrote the later one had the earlier one by then. Two devices that neither received from the
 * other leave only their clocks to go by.
 */
export function isKnownTo(
  earlier: Placed<{ readonly at: Instant }>,
  later: Placed<{ readonly at: Instant }>,
): boolean {
  const [one, then] = [earlier.place, later.place];
  if (one.device === then.device) return one.seq <= then.seq;
  if (then.receivedIn === undefined) return (one.receivedIn ?? one.seq) <= then.seq;
  // Written here only after the other had arrived.
  if (one.receivedIn === undefined && one.seq >= then.receivedIn) return false;
  return earlier.at <= later.at;
}

/** Every batch with its place; those of a batch within it come first, since they were made before it was received. */
function* placedAmong(
  batches: readonly Batch[],
): Generator<{ readonly batch: Batch; readonly place: LogPlace }> {
  for (const batch of batches) {
    const { device, seq } = batch.header;
    for (const inner of contentsOf(batch.received ?? [])) {
      const { header } = inner;
      const place = { device: header.device, seq: header.seq, receivedIn: seq };
      yield { batch: inner, place };
    }
    yield { batch, place: { device, seq } };
  }
}

function contentsOf<T>(entries: readonly ({ readonly content: T } | null)[]): readonly T[] {
  return entries.flatMap((entry) => (entry ? [entry.content] : []));
}
