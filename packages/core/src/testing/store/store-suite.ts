/** Tools shared by the parts of the store's conformance suite. */
import type { TestContext } from 'vitest';
import type { StoredSnapshot } from '../../record/stored-snapshot.js';
import type { RecordId } from '../../shared/primitives.js';
import type { RecordStore } from '../../store/log/port.js';
import type { Commit } from '../../store/log/revision.js';
import type { Verify } from '../../store/log/signer.js';
import { buildSubject, newRecord } from '../fiction/builder.js';

export interface StoreSuite {
  /** The store of the running test. */
  readonly store: RecordStore;
  /** Closes the store and opens the same storage again, or skips the test. */
  reopen(context: TestContext): Promise<RecordStore>;
  /** Reopens it, folded from the first batch on; opens as usual if the store has no way to do that. */
  reopenWhole(context: TestContext): Promise<RecordStore>;
  /** Another empty store of the same device, or skips the test. The test closes it. */
  another(context: TestContext): Promise<RecordStore>;
  readonly receives: boolean;
  readonly team: string | undefined;
  /** Checks this store’s own signatures. */
  readonly verify: Verify;
  /** A capture's reference to a kept copy; the same letter gives the same. @param text - what is kept, if not the letter */
  snapshot(letter: string, text?: string): Promise<StoredSnapshot>;
  /** Makes the next write fail, or skips the test. */
  failWrite(context: TestContext): void;
  /** Makes the next compaction fail, or skips the test. */
  failCompaction(context: TestContext): void;
  expectWholeChain(): Promise<void>;
}

/** A commit for a reason that every code list has. */
export function saving(...changes: Commit['changes']): Commit {
  return { changes, reason: 'case-work' };
}

/** A saved subject, and a function that changes its first revision. */
export async function keepSubject(store: RecordStore) {
  const subject = buildSubject();
  const { revisions } = await store.commit(saving(newRecord('subject', subject)));
  const change = (set: Commit['changes'][number]['set']) => ({
    kind: 'subject' as const,
    record: subject.id as RecordId,
    parents: revisions,
    set,
  });
  return { id: subject.id, change };
}
