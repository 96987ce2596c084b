/** Notices of a correction when clocks are set back, a new record corrects, or one is moved. */
import { type Host, type Instant, moveToSubject, type PlainDate } from '@cyber-prevent/core';
import { buildIntervention, newRecord, testHost } from '@cyber-prevent/core/testing';
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

/** A host whose clock is set by hand. */
function setClock(start: string) {
  const { digest, random } = testHost();
  let at = start;
  const clock = { now: () => at as Instant, today: () => at.slice(0, 10) as PlainDate };
  return {
    host: { clock, digest, random } satisfies Host,
    set(next: string): void {
      at = next;
    },
  };
}

describe('a clock that was set back', () => {
  it('between disclosure and correction leaves the notice owed', async () => {
    const { host, set } = setClock('2026-11-24T09:00:00.000Z');
    const services = await vault(host);
    set('2026-11-26T09:00:00.000Z');
    await disclose(services, [ADA.id], SCHOOL);
    set('2026-11-25T09:00:00.000Z');
    expect(owedBy(await change(services, { bornOn: '2010-04-13' }))).toBe(ADA.id);
    expect(await recipientsOf(services)).toHaveLength(1);
  });

  it('to before the record was made leaves the notice owed', async () => {
    const { host, set } = setClock('2026-11-24T09:00:00.000Z');
    const services = await vault(host);
    await disclose(services, [ADA.id], SCHOOL);
    set('2025-01-06T09:00:00.000Z');
    expect(owedBy(await change(services, { bornOn: '2010-04-13' }))).toBe(ADA.id);
  });

  it('between correction and disclosure owes nobody, since they were given what is right', async () => {
    const { host, set } = setClock('2026-11-24T09:00:00.000Z');
    const services = await vault(host);
    set('2026-11-26T09:00:00.000Z');
    await change(services, { bornOn: '2010-04-13' });
    set('2026-11-25T09:00:00.000Z');
    await disclose(services, [ADA.id], SCHOOL);
    expect(await recipientsOf(services)).toEqual([]);
  });

  it('before a new record corrects a contact leaves the notice owed', async () => {
    const { host, set } = setClock('2026-11-24T09:00:00.000Z');
    const services = await vault(host);
    set('2026-11-26T09:00:00.000Z');
    await disclose(services, [CONTACT.id], SCHOOL);
    set('2026-11-25T09:00:00.000Z');
    expect(owedBy((await correctByNew(services, CONTACT.id, 5)).outcome)).toBe(ADA.id);
  });

  it('and that stood still tells both orders apart', async () => {
    const { host } = setClock('2026-11-24T09:00:00.000Z');
    const services = await vault(host);
    await disclose(services, [ADA.id], SCHOOL);
    await change(services, { bornOn: '2010-04-13' });
    await disclose(services, [ADA.id], CARE);
    const found = (await recipientsOf(services)).map(({ recipient }) => recipient).join();
    expect(found).toMatch(/Ottilie Brandt/);
    expect(found).not.toMatch(/Corwin Abbas/);
  });
});

describe('a new record that corrects a contact', () => {
  it('twice is owed both times', async () => {
    const services = await vault();
    await disclose(services, [CONTACT.id], SCHOOL);
    expect(owedBy((await correctByNew(services, CONTACT.id, 5)).outcome)).toBe(ADA.id);
    expect(owedBy((await correctByNew(services, CONTACT.id, 6)).outcome)).toBe(ADA.id);
  });

  it('in a chain finds who was given the first and who was given the one between', async () => {
    const services = await vault();
    await disclose(services, [CONTACT.id], SCHOOL);
    const { id } = await correctByNew(services, CONTACT.id, 5);
    await disclose(services, [id], CARE);
    expect(owedBy((await correctByNew(services, id, 6)).outcome)).toBe(ADA.id);
    const found = (await recipientsOf(services, 'intervention')).map(({ recipient }) => recipient);
    expect(found.join()).toMatch(/Ottilie Brandt/);
    expect(found.join()).toMatch(/Corwin Abbas/);
  });

  it('is owed when it is pressed again after its answer was lost', async () => {
    const services = await vault();
    await disclose(services, [CONTACT.id], SCHOOL);
    const make = () => {
      const id = services.host.random.id();
      const corrected = { id, subjectId: ADA.id, minutes: 5, corrects: CONTACT.id };
      const changes = [newRecord('intervention', buildIntervention(corrected))];
      return { ok: true, value: { commit: { changes, reason: 'correction' } } } as const;
    };
    services.saves.endNext('before-it-answers');
    await keepOnce(services, 'correct', 1, make).catch(() => undefined);
    expect(owedBy(await keepOnce(services, 'correct', 1, make))).toBe(ADA.id);
    expect(await services.store.query('intervention')).toHaveLength(2);
  });
});

describe('a contact that was given and is moved to another person', () => {
  const moved = async (services: MemoryServices) => {
    const contact = await services.store.get('intervention', CONTACT.id);
    const to = await services.store.get('subject', BRAM.id);
    if (!contact || !to) throw new Error('Not stored');
    const move = moveToSubject({ records: [contact], to }, [contact, to]);
    if (!move.ok) throw new Error(move.issues.map(({ message }) => message).join());
    const commit = move.value;
    return await keepOnce(services, 'move', 1, () => ({ ok: true, value: { commit } }) as const);
  };

  it('is owed to whoever was told that it was the first’s', async () => {
    const services = await vault();
    await disclose(services, [ADA.id, CONTACT.id], SCHOOL);
    expect(owedBy(await moved(services))).toBeTruthy();
    const found = await recipientsOf(services, 'intervention');
    expect(found.map(({ record }) => record)).toContain(CONTACT.id);
  });

  it('is owed to nobody where it was never given', async () => {
    const services = await vault();
    await disclose(services, [ADA.id], SCHOOL);
    expect(owedBy(await moved(services))).toBeFalsy();
  });

  it('and moved back by an undo is owed to nobody', async () => {
    const services = await vault();
    await disclose(services, [ADA.id, CONTACT.id], SCHOOL);
    const back = await takeBack(services, seqOf(await moved(services)));
    expect(back.ok).toBe(true);
    expect(back.ok && back.value.owed).toBeUndefined();
  });
});
