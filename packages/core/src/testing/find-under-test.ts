/** A store with a search over it: the start of tests of finding. */
import { gatherCodeLists } from '../codes/index.js';
import { findPeople } from '../desk/find/find-people.js';
import type { RecordKind, RecordOf } from '../record/kind.js';
import type { RecordId } from '../shared/primitives.js';
import { createMemoryStore } from '../store/index.js';
import type { Change } from '../store/log/revision.js';
import { buildSubject, newRecord } from './fiction/builder.js';
import { testHost, testSigner } from './host.js';

export const lists = gatherCodeLists();

export async function findUnderTest() {
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  const people = findPeople(store, { lists });
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
    const more = withdraw ? { withdraw: true as const } : {};
    await store.commit({
      changes: [{ kind, record: id, parents: held.heads, set, ...more }],
      reason: 'correction',
    });
  };
  const subject = (name: string, over: Parameters<typeof buildSubject>[0] = {}) =>
    keeps('subject', buildSubject({ name, ...over }));
  const ids = async (words: string, without?: ReadonlySet<RecordId>) =>
    (await people.find(words, without ? { without } : {})).found.map(({ id }) => id);
  return { store, people, keeps, sets, subject, ids };
}
export type FindWorld = Awaited<ReturnType<typeof findUnderTest>>;
