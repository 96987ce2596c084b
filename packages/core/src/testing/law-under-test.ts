/** A store in memory under the law of keeping, which every request meets past all acts and screens. */
import { expect } from 'vitest';
import { keepingLaw } from '../casework/keeping/keeping-law.js';
import type { LawOfficer } from '../casework/keeping/sensitive-law.js';
import { gatherCodeLists } from '../codes/index.js';
import type { RecordKind } from '../record/kind.js';
import type { PlainDate, RecordId } from '../shared/index.js';
import { createMemoryStore, type RecordStore, type StoredRecord } from '../store/index.js';
import type { HeldRecords } from '../store/log/gate.js';
import type { AuditEntry, Change, Commit } from '../store/log/revision.js';
import { testHost, testSigner } from './host.js';

export const TODAY = '2026-11-24' as PlainDate;
export const lists = gatherCodeLists();
export const LIVE: LawOfficer = {
  regime: 'part3',
  policyReference: 'APD-2026-07',
  practice: false,
};

export async function underLaw(officer: LawOfficer = LIVE) {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const gate = keepingLaw({ host, lists, officer: () => officer });
  const store = await createMemoryStore({ host, signer: testSigner(), gate });
  const keep = (...changes: readonly Change[]) =>
    store.commit({ changes, reason: 'case-work' } satisfies Commit);
  return { host, store, keep };
}

export const refused = (code: string) => ({ cause: [expect.objectContaining({ code })] });
export const setting = <K extends RecordKind>(held: StoredRecord<K>, set: object): Change => ({
  kind: held.kind,
  record: held.id,
  parents: held.heads,
  set: set as Change['set'],
});
export const one = async <K extends RecordKind>(store: RecordStore, kind: K) => {
  const [found] = await store.query(kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};
/** Logs that records are given to a partner, past every act and screen. */
export const givingOut =
  (store: RecordStore) =>
  (records: readonly RecordId[], more: Partial<AuditEntry> = {}) =>
    store.commit({
      changes: [],
      reason: 'disclosure',
      audit: [
        {
          action: 'disclosure',
          records,
          fields: [],
          reason: 'disclosure',
          recipients: ['partner', 'Testford youth team'],
          ...more,
        },
      ],
    });
export const dispose = (store: RecordStore, ids: readonly RecordId[]) =>
  store.dispose(ids, 'retention');
export const SAID = { reason: 'case-work', audit: [] } as const;

/** Nothing held, for a law that is asked by itself. */
export const NOBODY: HeldRecords = {
  find: () => undefined,
  about: () => [],
  query: () => [],
  all: () => {
    throw new Error('A save never asks for everything that is held');
  },
};

/** The records as a law finds them. */
export const heldAmong = (records: readonly StoredRecord[]): HeldRecords => ({
  find: (id) => records.find((record) => record.id === id),
  about: (subject) => records.filter(({ value }) => Reflect.get(value, 'subjectId') === subject),
  query: <K extends RecordKind>(kind: K, where: object) =>
    records.filter(
      (record): record is StoredRecord<K> =>
        record.kind === kind &&
        Object.entries(where).every(([name, value]) => Reflect.get(record.value, name) === value),
    ),
  all: () => records,
});
