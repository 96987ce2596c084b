/** Everything of the person whom a referral names, looked up by the referral. */
import {
  gatherCase,
  type RecordId,
  type RecordStore,
  type StoredRecord,
} from '@cyber-prevent/core';

/** Logged as looked at; none when the referral is not held. With it comes the refusal, which names no person. */
export async function caseOf(
  store: RecordStore,
  referral: RecordId,
): Promise<readonly StoredRecord[]> {
  const held = await store.get('referral', referral);
  if (!held) return [];
  const refusals = await store.query('refusal', { referralId: referral });
  return [...(await gatherCase(store, held.value.subjectId, 'referral')), ...refusals];
}
