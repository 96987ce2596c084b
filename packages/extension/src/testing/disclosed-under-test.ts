/** Two people and a contact, with disclosures and corrections of them, in tests of who is owed a notice. */
import {
  createMemoryStore,
  type Host,
  type PlainDate,
  type RecordId,
  type StoredRecord,
} from '@cyber-prevent/core';
import {
  buildId,
  buildIntervention,
  buildSubject,
  newRecord,
  testHost,
  testSigner,
} from '@cyber-prevent/core/testing';
import { keepOnce } from '../views/act/keep-once.js';
import { findRecipients } from '../views/act/past-recipients.js';
import type { SaveOutcome } from '../views/act/save-once.js';
import { type MemoryServices, memoryServices } from './memory-services.js';

export const SCHOOL = ['school', 'Ottilie Brandt'];
export const CARE = ['partner', 'Corwin Abbas'];
const { sexRecorded: _, ...fields } = buildSubject({
  id: buildId(),
  name: 'Ada Vael',
  bornOn: '2010-04-12' as PlainDate,
  phones: ['07700 900123'],
  emails: [],
});
export const ADA = fields;
export const BRAM = buildSubject({ id: buildId(), name: 'Bram Tolliver' });
export const CONTACT = buildIntervention({ id: buildId(), subjectId: ADA.id, minutes: 40 });

export async function vault(host: Host = testHost()) {
  const store = await createMemoryStore({ host, signer: testSigner() });
  const services = await memoryServices({ store });
  const people = [newRecord('subject', ADA), newRecord('subject', BRAM)];
  await store.commit({
    changes: [...people, newRecord('intervention', CONTACT)],
    reason: 'case-work',
  });
  return services;
}

export async function disclose(
  { store }: MemoryServices,
  records: readonly RecordId[],
  recipients: readonly string[],
) {
  const disclosure = { action: 'disclosure', fields: ['exchange'], reason: 'disclosure' } as const;
  await store.commit({
    changes: [],
    reason: 'disclosure',
    audit: [{ ...disclosure, records, recipients }],
  });
}

let count = 0;
/** Saves a change of the person, as a form or an act would. */
export async function change(services: MemoryServices, set: object, record = ADA.id) {
  count += 1;
  return await keepOnce(services, `change/${count}`, 1, async () => {
    const held = await services.store.get('subject', record);
    if (!held) throw new Error('Not stored');
    const changed = { kind: 'subject', record, parents: held.heads, set } as never;
    return { ok: true, value: { commit: { changes: [changed], reason: 'correction' } } } as const;
  });
}

export async function correctByNew(services: MemoryServices, corrects: RecordId, minutes: number) {
  const id = services.host.random.id();
  const contact = buildIntervention({ id, subjectId: ADA.id, minutes, corrects });
  const commit = { changes: [newRecord('intervention', contact)], reason: 'correction' } as const;
  const outcome = await keepOnce(services, `correct/${id}`, 1, () => ({
    ok: true,
    value: { commit },
  }));
  return { id, outcome };
}

export const owedBy = (outcome: SaveOutcome<unknown>) =>
  outcome.name === 'kept' ? outcome.owed : `not kept: ${outcome.name}`;
export const seqOf = (outcome: SaveOutcome<unknown>): number =>
  (outcome.name === 'kept' ? outcome.seq : undefined) ?? 0;

export async function recipientsOf(
  { store }: MemoryServices,
  kind: 'subject' | 'intervention' = 'subject',
  notices: readonly StoredRecord<'correctionNotice'>[] = [],
) {
  const records: readonly StoredRecord[] = await store.query(kind);
  return await findRecipients(store, records, notices);
}
