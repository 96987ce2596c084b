/**
 * The one way to save, without a screen: each making of the commit has ids of its own, so that a second set
 * shows. The third argument is taken to be what is filled in, as decision 0083 speaks of it.
 */
import { createMemoryStore, type StoredRecord } from '@cyber-prevent/core';
import {
  buildIntervention,
  buildSubject,
  newRecord,
  testHost,
  testSigner,
} from '@cyber-prevent/core/testing';
import { describe, expect, it } from 'vitest';
import { type MemoryServices, memoryServices } from '../../testing/memory-services.js';
import { keepOnce } from './keep-once.js';
import { saveOnce } from './save-once.js';
import { sealedPlace } from './sealed-place.js';
import { takeBack } from './take-back.js';

const ADA = buildSubject({ name: 'Ada Vael' });
const FILLED = { note: 'She came with her father.', minutes: 40, place: 'The library' };

async function vault(): Promise<MemoryServices> {
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  const services = await memoryServices({ store });
  await store.commit({ changes: [newRecord('subject', ADA)], reason: 'case-work' });
  return services;
}

/** The commit of a form: made again each time, with an id of its own. */
function contactOf(services: MemoryServices, note: string) {
  return () => {
    const id = services.host.random.id();
    const contact = buildIntervention({ id, subjectId: ADA.id, note });
    const commit = { changes: [newRecord('intervention', contact)], reason: 'case-work' } as const;
    return { ok: true, value: { commit } } as const;
  };
}

function birthOf({ store }: MemoryServices, bornOn: string) {
  return async () => {
    const held = await store.get('subject', ADA.id);
    if (!held) throw new Error('Not stored');
    const change = {
      kind: 'subject',
      record: ADA.id,
      parents: held.heads,
      set: { bornOn },
    } as never;
    return { ok: true, value: { commit: { changes: [change], reason: 'correction' } } } as const;
  };
}

const notes = async ({ store }: MemoryServices): Promise<readonly unknown[]> =>
  (await store.query('intervention')).map(({ value }: StoredRecord<'intervention'>) => value.note);

/** The first press: kept, and its answer is lost. */
async function lose(services: MemoryServices, filled: unknown = FILLED): Promise<void> {
  services.saves.endNext('before-it-answers');
  const place = sealedPlace(services.work, 'form');
  await saveOnce(services, place, filled as never, contactOf(services, FILLED.note)).catch(
    () => undefined,
  );
  expect(await notes(services)).toEqual([FILLED.note]);
}

async function again(services: MemoryServices, filled: unknown, note = FILLED.note) {
  const place = sealedPlace(services.work, 'form');
  return await saveOnce(services, place, filled as never, contactOf(services, note));
}

describe('a save whose answer was lost is said to be made, and made once', () => {
  it.each([
    ['in another order of its fields', { place: 'The library', note: FILLED.note, minutes: 40 }],
    ['with a field that is there and empty', { ...FILLED, present: undefined }],
    ['as a copy', structuredClone(FILLED)],
  ])('when the same is filled in %s', async (_, filled) => {
    const services = await vault();
    await lose(services);
    expect((await again(services, filled)).name).toBe('kept');
    expect(await notes(services)).toEqual([FILLED.note]);
  });

  it('when the order of fields inside a group changed', async () => {
    const services = await vault();
    await lose(services, { told: [{ whom: 'school', on: '2026-11-24' }] });
    const outcome = await again(services, { told: [{ on: '2026-11-24', whom: 'school' }] });
    expect(outcome.name).toBe('kept');
    expect(await notes(services)).toEqual([FILLED.note]);
  });

  it('when its answer is lost a second time and it is pressed once more', async () => {
    const services = await vault();
    await lose(services);
    services.saves.endNext('before-it-answers');
    await again(services, FILLED).catch(() => undefined);
    expect((await again(services, FILLED)).name).toBe('kept');
    expect(await notes(services)).toEqual([FILLED.note]);
  });

  it('when other words were pressed in between', async () => {
    const services = await vault();
    await lose(services);
    const other = await again(services, { ...FILLED, note: 'Nobody came.' }, 'Nobody came.');
    expect(other.name).not.toBe('kept');
    expect(await notes(services)).toEqual([FILLED.note]);
    expect((await again(services, FILLED)).name).toBe('kept');
    expect(await notes(services)).toEqual([FILLED.note]);
  });

  it('when two windows press the same at once', async () => {
    const services = await vault();
    await lose(services);
    await Promise.allSettled([again(services, FILLED), again(services, FILLED)]);
    expect(await notes(services)).toEqual([FILLED.note]);
  });
});

it('makes one record when two windows press the same form at once for the first time', async () => {
  const services = await vault();
  await Promise.allSettled([again(services, FILLED), again(services, FILLED)]);
  expect(await notes(services)).toEqual([FILLED.note]);
});

it('makes a list in another order something else, since order can carry meaning', async () => {
  const services = await vault();
  await lose(services, { came: ['Perrin Hale', 'Ottilie Brandt'] });
  await again(services, { came: ['Ottilie Brandt', 'Perrin Hale'] }).catch(() => undefined);
  expect(await notes(services)).toEqual([FILLED.note]);
});

it('keeps nothing of a refused save, and the right one that follows once', async () => {
  const services = await vault();
  const issue = { code: 'missing', message: 'Enter what happened', severity: 'error' } as const;
  const place = sealedPlace(services.work, 'form');
  const refused = await saveOnce(
    services,
    place,
    {} as never,
    () => ({ ok: false, issues: [issue] }) as never,
  );
  expect(refused.name).not.toBe('kept');
  expect(await notes(services)).toEqual([]);
  expect((await again(services, FILLED)).name).toBe('kept');
  expect(await notes(services)).toEqual([FILLED.note]);
});

it('keeps the same act for two people apart, though the first answer was lost', async () => {
  const services = await vault();
  services.saves.endNext('before-it-answers');
  await keepOnce(services, 'act/telling/one', 1, contactOf(services, 'About one.')).catch(
    () => undefined,
  );
  const second = await keepOnce(
    services,
    'act/telling/other',
    1,
    contactOf(services, 'About the other.'),
  );
  expect(second.name).toBe('kept');
  expect([...(await notes(services))].toSorted()).toEqual(['About one.', 'About the other.']);
});

it('makes an act anew once it was undone, since the earlier outcome is known', async () => {
  const services = await vault();
  const first = await keepOnce(services, 'act', 1, contactOf(services, FILLED.note));
  const seq = first.name === 'kept' ? first.seq : undefined;
  expect((await takeBack(services, seq ?? 0)).ok).toBe(true);
  expect(await notes(services)).toEqual([]);
  expect((await keepOnce(services, 'act', 1, contactOf(services, FILLED.note))).name).toBe('kept');
  expect(await notes(services)).toEqual([FILLED.note]);
});

it('undoes the save that was made, when its answer came only at the second press', async () => {
  const services = await vault();
  await lose(services);
  const outcome = await again(services, FILLED);
  const seq = outcome.name === 'kept' ? outcome.seq : undefined;
  expect(seq).toBeDefined();
  expect((await takeBack(services, seq ?? 0)).ok).toBe(true);
  expect(await notes(services)).toEqual([]);
});

it('leaves one version of a person when other words follow a change whose answer was lost', async () => {
  const services = await vault();
  const place = sealedPlace(services.work, 'form');
  services.saves.endNext('before-it-answers');
  await saveOnce(
    services,
    place,
    { bornOn: '2010-04-13' } as never,
    birthOf(services, '2010-04-13'),
  ).catch(() => undefined);
  for (const _ of ['told', 'followed', 'pressed once more'])
    await saveOnce(
      services,
      place,
      { bornOn: '2010-04-14' } as never,
      birthOf(services, '2010-04-14'),
    ).catch(() => undefined);
  const held = await services.store.get('subject', ADA.id);
  expect(held?.heads).toHaveLength(1);
  expect(['2010-04-13', '2010-04-14']).toContain(held?.value.bornOn);
  expect((await services.store.history(ADA.id)).length).toBeLessThanOrEqual(3);
});
