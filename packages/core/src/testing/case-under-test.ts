/** A store with one subject in it, and acts saved one after another: the start of tests of acts on a person. */

import type { ToldSource } from '../casework/act/by-hand.js';
import type { CaseCommit } from '../casework/act/context.js';
import { gatherCodeLists } from '../codes/index.js';
import type { RecordKind } from '../record/kind.js';
import { defaultGates } from '../review/index.js';
import type { Instant, RecordId, Result } from '../shared/index.js';
import { createMemoryStore, type StoredRecord } from '../store/index.js';
import { buildSubject, newRecord, type Overrides } from './fiction/builder.js';
import { testHost, testSigner } from './host.js';

/** Source of a telephone call, from a teacher, this morning. */
export const TOLD: ToldSource = {
  statement: 'reported',
  toldBy: 'Ottilie Brandt, Testford Academy',
  toldAt: '2026-11-24T09:00:00.000Z' as Instant,
  means: 'Telephone call',
};

export async function caseUnderTest(overrides: Overrides<'subject'> = {}) {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const store = await createMemoryStore({ host, signer: testSigner() });
  const person = buildSubject(overrides);
  await store.commit({ changes: [newRecord('subject', person)], reason: 'case-work' });
  const gates = defaultGates('force', 'part3');
  if (!gates.ok) throw new Error('no gates');
  const context = { host, lists: gatherCodeLists(), gates: gates.value };
  const subject = async (): Promise<StoredRecord<'subject'>> => {
    const held = await store.get('subject', person.id);
    if (!held) throw new Error('no subject');
    return held;
  };
  const one = async <K extends RecordKind>(kind: K, id?: RecordId): Promise<StoredRecord<K>> => {
    const held = (await store.query(kind)).find((record) => id === undefined || record.id === id);
    if (!held) throw new Error(`no ${kind}`);
    return held;
  };
  return {
    store,
    context,
    subject,
    one,
    /** The context of an act on the subject as now stored. */
    on: async () => ({ ...context, subject: await subject() }),
    keep: async (result: Result<CaseCommit>): Promise<RecordId> => {
      if (!result.ok) throw new Error(JSON.stringify(result.issues));
      await store.commit(result.value.commit);
      return result.value.id;
    },
  };
}

/** Code and place of each issue. */
export function saysOf({ issues }: Result<unknown>): readonly string[] {
  return issues.map(({ code, at = '' }) => `${code} ${at}`.trim());
}
