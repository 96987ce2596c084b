/** Notices of a correction, on paths where one is easily forgotten, or one too many is told. */
import type { PlainDate, RecordId } from '@cyber-prevent/core';
import { buildIntervention, buildRecord, newRecord } from '@cyber-prevent/core/testing';
import { describe, expect, it } from 'vitest';
import {
  ADA,
  BRAM,
  CARE,
  CONTACT,
  change,
  correctByNew,
  disclose,
  owedBy,
  recipientsOf,
  SCHOOL,
  seqOf,
  vault,
} from '../../testing/disclosed-under-test.js';
import type { MemoryServices } from '../../testing/memory-services.js';
import { keepOnce } from './keep-once.js';
import { takeBack } from './take-back.js';

let count = 0;
async function changeContact(services: MemoryServices, record: RecordId, set: object) {
  count += 1;
  return await keepOnce(services, `contact/${count}`, 1, async () => {
    const held = await services.store.get('intervention', record);
    if (!held) throw new Error('Not stored');
    const changed = { kind: 'intervention', record, parents: held.heads, set } as never;
    return { ok: true, value: { commit: { changes: [changed], reason: 'correction' } } } as const;
  });
}

async function noticeWritten(services: MemoryServices, recipient: string, disclosedOn: PlainDate) {
  const notice = buildRecord('correctionNotice', {
    id: services.host.random.id(),
    subjectId: ADA.id,
    about: ADA.id,
    recipient,
    disclosedOn,
    madeOn: disclosedOn,
    toldOn: disclosedOn,
    toldHow: 'By telephone',
  });
  await services.store.commit({
    changes: [newRecord('correctionNotice', notice)],
    reason: 'correction',
  });
}

describe('two who were given the same', () => {
  it('are both owed a notice', async () => {
    const services = await vault();
    await disclose(services, [ADA.id], SCHOOL);
    await disclose(services, [ADA.id], CARE);
    expect(owedBy(await change(services, { bornOn: '2010-04-13' }))).toBe(ADA.id);
    const found = (await recipientsOf(services)).map(({ recipient }) => recipient).join();
    expect(found).toMatch(/Ottilie Brandt/);
    expect(found).toMatch(/Corwin Abbas/);
  });

  it('leave one to be told when the other was told already', async () => {
    const services = await vault();
    await disclose(services, [ADA.id], SCHOOL);
    await disclose(services, [ADA.id], CARE);
    await change(services, { bornOn: '2010-04-13' });
    const [first] = await recipientsOf(services);
    if (!first) throw new Error('Nobody was found');
    await noticeWritten(services, first.recipient, first.disclosedOn);
    const notices = await services.store.query('correctionNotice');
    const found = await recipientsOf(services, 'subject', notices);
    const open = found.filter(({ isNoted }) => !isNoted).map(({ recipient }) => recipient);
    expect(open).toHaveLength(1);
    expect(open).not.toContain(first.recipient);
  });

  it('are both offered again when what they were told of is corrected a second time', async () => {
    const services = await vault();
    await disclose(services, [ADA.id], SCHOOL);
    await disclose(services, [ADA.id], CARE);
    await change(services, { bornOn: '2010-04-13' });
    for (const { recipient, disclosedOn } of await recipientsOf(services))
      await noticeWritten(services, recipient, disclosedOn);
    expect(owedBy(await change(services, { bornOn: '2010-04-14' }))).toBe(ADA.id);
  });

  it('are found once each though each was given it twice on one day', async () => {
    const services = await vault();
    for (const recipients of [SCHOOL, CARE, SCHOOL, CARE])
      await disclose(services, [ADA.id], recipients);
    await change(services, { bornOn: '2010-04-13' });
    const found = await recipientsOf(services);
    const names = found.map(({ recipient, disclosedOn }) => `${recipient} ${disclosedOn}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('a correction that is undone', () => {
  it('is owed to whoever was given the corrected words in between, and to nobody else', async () => {
    const services = await vault();
    await disclose(services, [ADA.id], SCHOOL);
    const outcome = await change(services, { bornOn: '2010-04-13' });
    await disclose(services, [ADA.id], CARE);
    const back = await takeBack(services, seqOf(outcome));
    expect(back.ok && back.value.owed).toBe(ADA.id);
    const found = (await recipientsOf(services)).map(({ recipient }) => recipient).join();
    expect(found).toMatch(/Corwin Abbas/);
    expect(found).not.toMatch(/Ottilie Brandt/);
  });

  it('and done again is owed once more', async () => {
    const services = await vault();
    await disclose(services, [ADA.id], SCHOOL);
    const outcome = await change(services, { bornOn: '2010-04-13' });
    await takeBack(services, seqOf(outcome));
    expect(owedBy(await change(services, { bornOn: '2010-04-13' }))).toBe(ADA.id);
  });

  it('by hand, with the words that were given, is owed to nobody', async () => {
    const services = await vault();
    await disclose(services, [ADA.id], SCHOOL);
    await change(services, { bornOn: '2010-04-13' });
    await change(services, { bornOn: '2010-04-12' });
    expect(await recipientsOf(services)).toEqual([]);
  });
});

describe('what was empty when it was given', () => {
  it('is news and no correction once it is filled in', async () => {
    const services = await vault();
    await disclose(services, [ADA.id], SCHOOL);
    expect(owedBy(await change(services, { sexRecorded: 'Not recorded here' }))).toBeFalsy();
    expect(await recipientsOf(services)).toEqual([]);
  });

  it('is corrected when what was filled in is corrected and was given in between', async () => {
    const services = await vault();
    await disclose(services, [ADA.id], SCHOOL);
    await change(services, { sexRecorded: 'Not recorded here' });
    await disclose(services, [ADA.id], CARE);
    expect(owedBy(await change(services, { sexRecorded: 'Female' }))).toBe(ADA.id);
    const found = (await recipientsOf(services)).map(({ recipient }) => recipient).join();
    expect(found).toMatch(/Corwin Abbas/);
    expect(found).not.toMatch(/Ottilie Brandt/);
  });

  it('and a value that was given and is taken away is a correction', async () => {
    const services = await vault();
    await disclose(services, [ADA.id], SCHOOL);
    expect(owedBy(await change(services, { bornOn: null }))).toBe(ADA.id);
  });

  it('is news where a list that was empty got its first entry', async () => {
    const services = await vault();
    await disclose(services, [ADA.id], SCHOOL);
    expect(owedBy(await change(services, { emails: ['ada@example.org'] }))).toBeFalsy();
  });
});

describe('a list that was given', () => {
  it('is corrected when one of its entries is replaced', async () => {
    const services = await vault();
    await disclose(services, [ADA.id], SCHOOL);
    expect(owedBy(await change(services, { phones: ['07700 900124'] }))).toBe(ADA.id);
  });

  it('is corrected when it grew and one of its entries went', async () => {
    const services = await vault();
    await disclose(services, [ADA.id], SCHOOL);
    const set = { phones: ['07700 900124', '07700 900125'] };
    expect(owedBy(await change(services, set))).toBe(ADA.id);
  });

  it('that only grew is treated by the save as the person’s page treats it', async () => {
    const services = await vault();
    await disclose(services, [ADA.id], SCHOOL);
    const outcome = await change(services, { phones: ['07700 900123', '07700 900124'] });
    const found = await recipientsOf(services);
    expect(Boolean(owedBy(outcome))).toBe(found.length > 0);
  });
});

describe('what was not given', () => {
  it('owes nothing: a contact made after the disclosure', async () => {
    const services = await vault();
    await disclose(services, [ADA.id, CONTACT.id], SCHOOL);
    const later = buildIntervention({ id: services.host.random.id(), subjectId: ADA.id });
    await services.store.commit({
      changes: [newRecord('intervention', later)],
      reason: 'case-work',
    });
    expect(owedBy(await changeContact(services, later.id, { minutes: 5 }))).toBeFalsy();
    expect(owedBy((await correctByNew(services, later.id, 6)).outcome)).toBeFalsy();
  });

  it('owes nothing: the person, where only a contact was disclosed', async () => {
    const services = await vault();
    await disclose(services, [CONTACT.id], SCHOOL);
    expect(owedBy(await change(services, { bornOn: '2010-04-13' }))).toBeFalsy();
    expect(await recipientsOf(services)).toEqual([]);
  });

  it('owes nothing: a contact, where only the person was disclosed', async () => {
    const services = await vault();
    await disclose(services, [ADA.id], SCHOOL);
    expect(owedBy(await changeContact(services, CONTACT.id, { minutes: 5 }))).toBeFalsy();
  });

  it('owes nothing: another person whose correction follows a disclosure of the first', async () => {
    const services = await vault();
    await disclose(services, [ADA.id, CONTACT.id], SCHOOL);
    expect(owedBy(await change(services, { name: 'Bram Tolliver-Hale' }, BRAM.id))).toBeFalsy();
  });
});
