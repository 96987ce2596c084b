/** What brought a person in: a referral, or an officer's identification. Decisions are made on it, and destruction begins at it. */
import type { RecordOf } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

export type CaseRoot = StoredRecord<'referral'> | StoredRecord<'identification'>;

export function isRoot(record: StoredRecord): record is CaseRoot {
  return record.kind === 'referral' || record.kind === 'identification';
}

/** Every decision on it, those that a later one changed among them. */
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

/** Outcomes of a decision by which a referral is refused. */
export const REFUSES: ReadonlySet<string> = new Set(['decline', 'signpost']);

/** Every reference of a referral, its own first. */
export function referralReferences({
  reference,
  otherReferences,
}: RecordOf<'referral'>): readonly string[] {
  return [...(reference === undefined ? [] : [reference]), ...otherReferences];
}
