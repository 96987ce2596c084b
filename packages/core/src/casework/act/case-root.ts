/**
 * The record that brought a person in: a referral, or an officer's identification. Decisions are made on it, and
 * destruction begins with it.
 */
import type { RecordOf } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

export type CaseRoot = StoredRecord<'referral'> | StoredRecord<'identification'>;

/** True for the two kinds of record that bring a person in. */
export function isRoot(record: StoredRecord): record is CaseRoot {
  return record.kind === 'referral' || record.kind === 'identification';
}

/** Every decision on it, including those that a later one changed. */
export function decisionsOn(
  records: readonly StoredRecord[],
  root: { readonly kind: CaseRoot['kind']; readonly id: RecordId },
): readonly StoredRecord<'decision'>[] {
  const field = root.kind === 'referral' ? 'referralId' : 'identificationId';
  return records.filter(
    (record): record is StoredRecord<'decision'> =>
      record.kind === 'decision' && (record as StoredRecord<'decision'>).value[field] === root.id,
  );
}

/** Outcomes of a decision that refuse a referral. */
export const REFUSES: ReadonlySet<string> = new Set(['decline', 'signpost']);

/** Outcomes that are not for a referral or an enquiry: for people identified by an officer, reviews and closed cases. */
export const ELSEWHERE: ReadonlySet<string> = new Set([
  'refer',
  'pass',
  'dispose',
  'reviewed',
  'review-set',
  'reopen',
]);

/** Every reference of a referral; its own comes first. */
export function referralReferences({
  reference,
  otherReferences,
}: RecordOf<'referral'>): readonly string[] {
  return [...(reference === undefined ? [] : [reference]), ...otherReferences];
}
