/** Officers with a vault each, who have checked each other’s keys and hand over records as exchange files do. */

import type { CaseCommit } from '../casework/act/context.js';
import { gatherCodeLists } from '../codes/index.js';
import { RECORD_KINDS } from '../record/kind.js';
import { staysHere } from '../record/lock.js';
import { gatherInstruments } from '../risk/shipped.js';
import type { RecordId, Result } from '../shared/index.js';
import {
  batchesAbout,
  createMemoryStore,
  type RecordStore,
  type StoredRecord,
  type Verify,
} from '../store/index.js';
import { buildId, buildSubject, newRecord } from './fiction/builder.js';
import { testHost, testSigner } from './host.js';

export const INSTRUMENTS = gatherInstruments();

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

export function found<T>(record: T | undefined): T {
  if (record === undefined) throw new Error('not held');
  return record;
}

export const codesOf = (result: Result<unknown>) => result.issues.map(({ code }) => code);

/** The given number of officers; the first has a subject. */
export async function officers(count: number) {
  const signers = Array.from({ length: count }, () =>
    testSigner({ device: buildId(), officer: buildId() }),
  );
  const verify: Verify = async (by, text, signature) =>
    (await signers.find(({ officer }) => officer === by)?.verify(by, text, signature)) ?? false;
  const all = await Promise.all(
    signers.map(async (signer) => {
      const host = testHost();
      const store = await createMemoryStore({ signer, host });
      return { host, store, officer: signer.officer, lists: gatherCodeLists() };
    }),
  );
  const subject = buildSubject();
  const [first] = all;
  await first?.store.commit({ changes: [newRecord('subject', subject)], reason: 'referral' });
  return { all, verify, subjectId: subject.id };
}

export type Officer = Awaited<ReturnType<typeof officers>>['all'][number];

/** Hands over everything about the subject, except the kinds that never leave a vault. */
export async function handOver(from: Officer, to: Officer, subjectId: RecordId, verify: Verify) {
  const ids = new Set([subjectId]);
  for (const kind of RECORD_KINDS.filter((each) => !staysHere(each)))
    for (const { id } of await from.store.query(kind, { subjectId } as object)) ids.add(id);
  const batches = batchesAbout(await from.store.batchesSince(0), ids);
  await to.store.receive(batches, verify, 'case-work', { from: 'colleague' });
  return JSON.stringify(batches);
}

export async function kept(store: RecordStore, result: Result<CaseCommit>): Promise<RecordId> {
  const { commit, id } = value(result);
  await store.commit(commit);
  return id;
}

export async function assessmentIn(
  { store }: Officer,
  id: RecordId,
): Promise<StoredRecord<'assessment'>> {
  return found(await store.get('assessment', id));
}
