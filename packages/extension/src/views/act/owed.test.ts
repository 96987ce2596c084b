/** Every path of a save says who was given what it corrects: a form, an act without words, an undo, a new record. */
import { createMemoryStore } from '@cyber-prevent/core';
import {
  buildIntervention,
  buildSubject,
  newRecord,
  testHost,
  testSigner,
} from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { type MemoryServices, memoryServices } from '../../testing/memory-services.js';
import { keepOnce } from './keep-once.js';
import { findRecipients } from './past-recipients.js';
import { type SaveOutcome, saveOnce } from './save-once.js';
import { sealedPlace } from './sealed-place.js';
import { takeBack } from './take-back.js';

const ADA = buildSubject({ name: 'Ada Vael' });
const CONTACT = buildIntervention({ subjectId: ADA.id });

/** The person and one contact, both given to a school. */
async function disclosed() {
  // Its clock goes on: the correction comes after the disclosure.
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  const services = await memoryServices({ store });
  await store.commit({
    changes: [newRecord('subject', ADA), newRecord('intervention', CONTACT)],
    reason: 'case-work',
  });
  const disclosure = { action: 'disclosure', fields: ['exchange'], reason: 'disclosure' } as const;
  const records = [ADA.id, CONTACT.id];
  const audit = [{ ...disclosure, records, recipients: ['school', 'Ottilie Brandt'] }];
  await store.commit({ changes: [], reason: 'disclosure', audit });
  return services;
}

async function birthCorrected({ store }: MemoryServices) {
  const held = await store.get('subject', ADA.id);
  if (!held) throw new Error('Not stored');
  const set = { bornOn: '2010-04-13' };
  const change = { kind: 'subject', record: ADA.id, parents: held.heads, set } as never;
  return { ok: true, value: { commit: { changes: [change], reason: 'correction' } } } as const;
}

const owedBy = (outcome: SaveOutcome<unknown>) => outcome.name === 'kept' && outcome.owed;

it('a form that corrects a value', async () => {
  const services = await disclosed();
  const place = sealedPlace(services.work, 'form');
  expect(owedBy(await saveOnce(services, place, 1, () => birthCorrected(services)))).toBe(ADA.id);
});

it('a save pressed again after its answer was lost', async () => {
  const services = await disclosed();
  const place = sealedPlace(services.work, 'form');
  services.saves.endNext('before-it-answers');
  await saveOnce(services, place, 1, () => birthCorrected(services)).catch(() => undefined);
  expect(owedBy(await saveOnce(services, place, 1, () => birthCorrected(services)))).toBe(ADA.id);
});

it('an act for which nothing is typed; and nobody once it is undone, since they have what is right', async () => {
  const services = await disclosed();
  const outcome = await keepOnce(services, 'act', 1, () => birthCorrected(services));
  expect(owedBy(outcome)).toBe(ADA.id);
  const seq = outcome.name === 'kept' ? outcome.seq : undefined;
  const back = await takeBack(services, seq ?? 0);
  expect(back.ok && back.value.owed).toBeUndefined();
  expect(back.ok).toBe(true);
});

it('a new record that corrects another', async () => {
  const services = await disclosed();
  const { id } = buildIntervention();
  const corrected = buildIntervention({ id, subjectId: ADA.id, minutes: 5, corrects: CONTACT.id });
  const commit = { changes: [newRecord('intervention', corrected)], reason: 'correction' } as const;
  const outcome = await keepOnce(services, 'correct', 1, () => ({ ok: true, value: { commit } }));
  expect(owedBy(outcome)).toBe(ADA.id);
});

it('a correction of a correction, by what it changed alone', async () => {
  const services = await disclosed();
  const correct = async (corrects: string, minutes: number) => {
    const id = services.host.random.id();
    const contact = buildIntervention({
      id,
      subjectId: ADA.id,
      minutes,
      corrects: corrects as never,
    });
    const commit = { changes: [newRecord('intervention', contact)], reason: 'correction' } as const;
    const outcome = await keepOnce(services, `correct/${id}`, 1, () => ({
      ok: true,
      value: { commit },
    }));
    expect(owedBy(outcome)).toBe(ADA.id);
    return id;
  };
  await correct(await correct(CONTACT.id, 5), 6);
  const records = await services.store.query('intervention');
  const found = await findRecipients(services.store, records, []);
  expect(found.map(({ corrected }) => corrected)).toEqual([['Contact time in minutes']]);
});

it('and nobody where nothing is corrected', async () => {
  const services = await disclosed();
  const contact = buildIntervention({ id: services.host.random.id(), subjectId: ADA.id });
  const commit = { changes: [newRecord('intervention', contact)], reason: 'case-work' } as const;
  const outcome = await keepOnce(services, 'log', 1, () => ({ ok: true, value: { commit } }));
  expect(owedBy(outcome)).toBeFalsy();
});
