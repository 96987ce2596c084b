/** The practice caseload when its own note cannot be kept: over records in memory, whose work can be made to fail. */
import { PreventError, RECORD_KINDS, type RecordStore } from '@cyber-prevent/core';
import { buildEnquiry, buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { lawfulStore } from '../../testing/lawful-store.js';
import { memoryServices } from '../../testing/memory-services.js';

type Ask = Awaited<ReturnType<typeof memoryServices>>['ask'];

async function fills(ask: Ask): Promise<void> {
  for (let isDone = false; !isDone; ) ({ isDone } = await ask('practice-fill', []));
}

async function filled() {
  const services = await memoryServices();
  await fills(services.ask);
  return services;
}

/** A store whose nth commit fails once, as when the vault locks just then. */
function cutAt(nth: number, store: RecordStore): RecordStore {
  let commits = 0;
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (name === 'commit') {
        return async (...args: Parameters<RecordStore['commit']>) => {
          commits += 1;
          if (commits === nth) throw new PreventError('CP_STORE_CLOSED', 'The vault is closed');
          return target.commit(...args);
        };
      }
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

async function countsOf(store: RecordStore) {
  const counts = RECORD_KINDS.map(async (kind) => [kind, (await store.query(kind)).length]);
  return Object.fromEntries(await Promise.all(counts));
}

it('goes on wherever it was cut, until everything is there once', async () => {
  const whole = await lawfulStore();
  await fills((await memoryServices({ store: whole })).ask);
  const expected = await countsOf(whole);
  for (const nth of [1, 2, 16, 40, 52, 60, 63, 110, 180]) {
    const store = await lawfulStore();
    const { ask } = await memoryServices({ store: cutAt(nth, store) });
    await expect(fills(ask)).rejects.toMatchObject({ code: 'CP_STORE_CLOSED' });
    expect((await ask('practice-state', [])).isFilled).toBe(false);
    await fills(ask);
    expect(await countsOf(store), `cut at save ${nth}`).toEqual(expected);
  }
});

it('destroys nobody while it cannot be noted', async () => {
  const { ask, work, store } = await filled();
  work.failWith('Not now');
  await expect(ask('practice-remove', [false])).rejects.toThrow();
  expect(await store.query('subject')).toHaveLength(40);
  work.failWith(undefined);
  expect(await ask('practice-remove', [false])).toMatchObject({ people: 40 });
});

it('takes nobody for entered who was destroyed, if the keeper dies before it is noted', async () => {
  const { ask, work, store } = await filled();
  const stop = store.subscribe(({ audit }) => {
    if (audit.some((entry) => entry?.content.action === 'erasure')) work.failWith('Gone');
  });
  await expect(ask('practice-remove', [false])).rejects.toThrow();
  stop();
  work.failWith(undefined);
  expect(await store.query('subject')).toEqual([]);
  expect(await ask('practice-state', [])).toMatchObject({ isFilled: false, people: 0 });
  await fills(ask);
  expect(await store.query('subject')).toHaveLength(40);
});

it('knows the people of a vault that came from a backup, and enters nobody twice', async () => {
  const { ask, store } = await filled();
  const restored = await memoryServices({ store });
  await fills(restored.ask);
  expect(await store.query('subject')).toHaveLength(40);
  expect(await restored.ask('practice-state', [])).toMatchObject({ isFilled: true, people: 40 });
  await ask('practice-remove', [false]);
  const again = await memoryServices({ store });
  await fills(again.ask);
  expect(await store.query('subject')).toHaveLength(40);
});

it('leaves a person whom the officer recorded all that is about them, whoever it was about before', async () => {
  const { ask, store } = await filled();
  const own = buildSubject({ name: 'Quillon Ashgrove' });
  const [contact] = await store.query('intervention');
  const [enquiry] = await store.query('enquiry');
  const [referrer] = await store.query('referrer');
  if (!contact || !enquiry || !referrer) throw new Error('Not in the caseload');
  const taken = buildEnquiry({ referrerId: referrer.id });
  await store.commit({
    changes: [
      newRecord('subject', own),
      newRecord('enquiry', taken),
      newRecord('referral', buildReferral({ subjectId: own.id, enquiryId: enquiry.id })),
      newRecord('referral', buildReferral({ subjectId: own.id, enquiryId: taken.id })),
      {
        kind: 'intervention',
        record: contact.id,
        parents: contact.heads,
        set: { subjectId: own.id },
      },
    ],
    reason: 'correction',
  });
  await ask('practice-remove', [true]);
  expect((await store.query('subject')).map(({ id }) => id)).toEqual([own.id]);
  expect((await store.query('intervention')).map(({ id }) => id)).toEqual([contact.id]);
  expect(new Set((await store.query('enquiry')).map(({ id }) => id))).toEqual(
    new Set([enquiry.id, taken.id]),
  );
  expect((await store.query('referrer')).map(({ id }) => id)).toContain(referrer.id);
  expect(await store.query('referral')).toHaveLength(2);
  expect(await ask('practice-state', [])).toMatchObject({ people: 0, records: 0 });
});
