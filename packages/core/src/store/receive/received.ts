/**
 * Batches of other devices, in the forms in which they are handed over and kept: with content left out, and joined
 * again.
 */
import type { RecordId } from '../../shared/primitives.js';
import type { Batch } from '../log/revision.js';

/** The batch, and those within it, without anything of these records. */
export function without(batch: Batch, records: ReadonlySet<RecordId>): Batch {
  const revisions = batch.revisions.map((entry) =>
    entry && records.has(entry.content.record) ? null : entry,
  );
  if (!batch.received) return { ...batch, revisions };
  const received = batch.received.map(
    (entry) => entry && { ...entry, content: without(entry.content, records) },
  );
  return { ...batch, revisions, received };
}

/** The batch without these revisions of its own. */
export function withoutRevisions(batch: Batch, left: ReadonlySet<RecordId>): Batch {
  const revisions = batch.revisions.map((entry) =>
    entry && left.has(entry.content.id) ? null : entry,
  );
  return { ...batch, revisions };
}

/** The batch and each batch within it, one by one: one that is kept or handed over separately contains no others. */
export function apart(batch: Batch): readonly Batch[] {
  const { received } = batch;
  if (!received) return [batch];
  const inner = received.flatMap((entry) => (entry ? [entry.content] : []));
  return [{ ...batch, received: received.map(() => null) }, ...inner];
}

/** One batch from two copies, each filling the other's gaps. Both have the same header. */
export function together(one: Batch, other: Batch): Batch {
  return {
    ...one,
    revisions: one.revisions.map((entry, index) => entry ?? other.revisions[index] ?? null),
    audit: one.audit.map((entry, index) => entry ?? other.audit[index] ?? null),
  };
}

/** The batch without content that a kept copy already has. */
export function beyond(batch: Batch, held: Batch): Batch {
  return {
    ...batch,
    revisions: batch.revisions.map((entry, index) => (held.revisions[index] ? null : entry)),
    audit: batch.audit.map((entry, index) => (held.audit[index] ? null : entry)),
  };
}

/** True if it holds nothing but its header. */
export function isEmpty({ revisions, audit }: Batch): boolean {
  return [...revisions, ...audit].every((entry) => entry === null);
}

/**
 * Batches to hand over so that these records exist elsewhere: every batch with any of their content, each separately,
 * with all else left out. Audit entries that name other records stay behind.
 *
 * @param batches - of this device, with those received in them
 */
export function batchesAbout(
  batches: Iterable<Batch>,
  records: ReadonlySet<RecordId>,
): readonly Batch[] {
  const found = new Map<string, Batch>();
  for (const batch of [...batches].flatMap(apart)) {
    const revisions = batch.revisions.map((entry) =>
      entry && records.has(entry.content.record) ? entry : null,
    );
    if (revisions.every((entry) => entry === null)) continue;
    const isAbout = (ids: readonly RecordId[]) =>
      ids.length > 0 && ids.every((id) => records.has(id));
    const audit = batch.audit.map((entry) =>
      entry && isAbout(entry.content.records) ? entry : null,
    );
    const { device, seq } = batch.header;
    const held = found.get(`${device}/${seq}`);
    const part = { ...batch, revisions, audit };
    found.set(`${device}/${seq}`, held ? together(held, part) : part);
  }
  return [...found.values()];
}
