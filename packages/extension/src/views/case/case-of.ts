/** Every record of the person named by a referral, looked up by the referral. */
import {
  gatherCase,
  type RecordId,
  type RecordStore,
  type StoredRecord,
} from '@cyber-prevent/core';

/** Logged as looked at; empty if the referral is not stored. Includes the refusal, which names nobody. */
export async function caseOf(
  store: RecordStore,
  referral: RecordId,
): Promise<readonly StoredRecord[]> {
  const held = await store.get('referral', referral);
  if (!held) return [];
  const refusals = await store.query('refusal', { referralId: referral });
  return [...(await gatherCase(store, held.value.subjectId, 'referral')), ...refusals];
}
