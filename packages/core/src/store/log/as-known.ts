/**
 * A record as it was known on an earlier day, folded from revisions written by then. It shows what an officer could
 * have known when they decided; data disposed of since is missing from it too.
 */
import type { Instant, RecordId } from '../../shared/primitives.js';
import { Folded, foldOf } from '../folded.js';
import type { StoredRecord } from './port.js';
import type { Revision } from './revision.js';

/**
 * The record from revisions up to a time. A revision's time is when its officer made it: a colleague's work counts as
 * known by then, although it reached this computer later. The revisions it was written on count as known with it, in
 * spite of any wrong clock.
 *
 * @param history - every revision of one record
 * @param at - the last moment that counts
 * @returns undefined where there was no such record yet, or it was withdrawn
 */
export function asKnownOn(history: readonly Revision[], at: Instant): StoredRecord | undefined {
  return folded(withParents(history, (revision) => revision.at <= at));
}

/**
 * The record as it was when these were its heads: the content shown to somebody who changes it on them.
 *
 * @param history - every revision of one record
 */
export function asOfHeads(
  history: readonly Revision[],
  heads: readonly RecordId[],
): StoredRecord | undefined {
  return folded(withParents(history, ({ id }) => heads.includes(id)));
}

function folded(revisions: ReadonlyMap<RecordId, Revision>): StoredRecord | undefined {
  const fold = foldOf(revisions);
  if (!fold) return undefined;
  const record = new Folded({ ...fold, ordinal: 0, batches: [], subjects: [] });
  return record.isWithdrawn ? undefined : record.stored;
}

function withParents(
  history: readonly Revision[],
  isKnown: (revision: Revision) => boolean,
): ReadonlyMap<RecordId, Revision> {
  const all = new Map(history.map((revision) => [revision.id, revision]));
  const known = new Map<RecordId, Revision>();
  const open = history.filter(isKnown);
  for (let revision = open.pop(); revision !== undefined; revision = open.pop()) {
    if (known.has(revision.id)) continue;
    known.set(revision.id, revision);
    open.push(...revision.parents.flatMap((parent) => all.get(parent) ?? []));
  }
  return known;
}
