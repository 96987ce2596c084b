/** Checks if a hold prevents disposal: on the subject, or on a record that the subject's records rest on. */
import type { RecordId } from '../shared/primitives.js';
import type { WorkingSet } from './fold.js';
import type { Folded } from './folded.js';
import type { Branch } from './log/branch.js';

/**
 * The first of the records that a hold in place keeps, or undefined. With the subject, the hold keeps all records that
 * ever named it; the captures, referrers and enquiries that those rest on, since without them nobody could show the
 * source of a value; and decisions or promises about such an enquiry.
 */
export function heldAmong(ids: readonly RecordId[], records: WorkingSet): RecordId | undefined {
  const subjects = new Set(
    [...records.all('hold')].filter(isStandingHold).flatMap(({ subjects: named }) => named),
  );
  if (subjects.size === 0) return undefined;
  const rests = new Set([...subjects].flatMap((id) => [...restsOn(id, records)]));
  return ids.find((id) => {
    const entry = records.find(id);
    return (
      subjects.has(id) ||
      rests.has(id) ||
      entry?.subjects.some(inSet) ||
      entry?.branches.some(({ value }) => rests.has(value.enquiryId as RecordId))
    );
  });
  function inSet(subject: RecordId): boolean {
    return subjects.has(subject);
  }
}

/** True until every head says that the hold was lifted: on a conflict, nothing is destroyed. */
export function isStandingHold({ branches }: Pick<Folded, 'branches'>): boolean {
  return branches.some(({ value, isWithdrawn }) => !isWithdrawn && value.liftedOn === undefined);
}

function* restsOn(subject: RecordId, records: WorkingSet): Generator<RecordId> {
  const about = [records.find(subject), ...records.of(subject)];
  for (const branch of about.flatMap((entry) => entry?.branches ?? [])) yield* named(branch);
}

function* named({ value, sources }: Branch): Generator<RecordId> {
  if (typeof value.referrerId === 'string') yield value.referrerId as RecordId;
  if (typeof value.enquiryId === 'string') yield value.enquiryId as RecordId;
  for (const source of Object.values(sources).flat()) yield source.capture;
}
