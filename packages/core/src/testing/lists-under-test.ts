/** A store in memory with the rows of its lists, and ways to put records there and change them. */
import { listRows } from '../desk/lists/list-rows.js';
import type { RecordKind, RecordOf } from '../record/kind.js';
import type { RecordId } from '../shared/primitives.js';
import { createMemoryStore } from '../store/index.js';
import type { Change } from '../store/log/revision.js';
import { buildDecision, buildReferral, buildSubject, newRecord } from './fiction/builder.js';
import { testHost, testSigner } from './host.js';

export async function openedLists() {
  const host = testHost();
  const store = await createMemoryStore({ host, signer: testSigner() });
  const lists = listRows(store, { run: 'one' });
  const keeps = async <K extends RecordKind>(kind: K, value: RecordOf<K>): Promise<RecordId> => {
    await store.commit({ changes: [newRecord(kind, value)], reason: 'case-work' });
    return value.id;
  };
  const sets = async <K extends RecordKind>(
    kind: K,
    id: RecordId,
    set: Change<K>['set'],
    withdraw = false,
  ): Promise<void> => {
    const held = await store.get(kind, id);
    if (!held) return;
    const change = {
      kind,
      record: id,
      parents: held.heads,
      set,
      ...(withdraw ? { withdraw } : {}),
    };
    await store.commit({ changes: [change], reason: 'correction' });
  };
  const subject = (name: string, aliases: readonly string[] = []) =>
    keeps('subject', buildSubject({ name, aliases: [...aliases] }));
  const referral = (over: Parameters<typeof buildReferral>[0]) =>
    keeps('referral', buildReferral(over));
  return { host, store, lists, keeps, sets, subject, referral };
}

/** A decision on an enquiry. */
export function decidedOn(enquiryId: RecordId, outcome: string): RecordOf<'decision'> {
  const { subjectId: _, referralId: __, ...rest } = buildDecision({ outcome });
  return { ...rest, enquiryId };
}
