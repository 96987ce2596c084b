/** The practice caseload when its own note cannot be kept: over records in memory, whose work can be made to fail. */
import { expect, it } from 'vitest';
import { memoryServices } from '../../testing/memory-services.js';

async function filled() {
  const services = await memoryServices();
  const fills = async () => {
    for (let isDone = false; !isDone; ) ({ isDone } = await services.ask('practice-fill', []));
  };
  await fills();
  return { ...services, fills };
}

it('destroys nobody while it cannot be noted', async () => {
  const { ask, work, store } = await filled();
  work.failWith('Not now');
  await expect(ask('practice-remove', [false])).rejects.toThrow();
  expect(await store.query('subject')).toHaveLength(40);
  work.failWith(undefined);
  expect(await ask('practice-remove', [false])).toMatchObject({ people: 40 });
});

it('takes nobody for entered who was destroyed, if the keeper dies before it is noted', async () => {
  const { ask, work, store, fills } = await filled();
  const stop = store.subscribe(({ audit }) => {
    if (audit.some((entry) => entry?.content.action === 'erasure')) work.failWith('Gone');
  });
  await expect(ask('practice-remove', [false])).rejects.toThrow();
  stop();
  work.failWith(undefined);
  expect(await store.query('subject')).toEqual([]);
  expect(await ask('practice-state', [])).toMatchObject({ isFilled: false, people: 0 });
  await fills();
  expect(await store.query('subject')).toHaveLength(40);
});

it('knows the people of a vault that came from a backup, and enters nobody twice', async () => {
  const { ask, work, store, fills } = await filled();
  await work.discard('keeper/practice-caseload');
  await fills();
  expect(await store.query('subject')).toHaveLength(40);
  expect(await ask('practice-state', [])).toMatchObject({ isFilled: true, people: 40 });
  await ask('practice-remove', [false]);
  await work.discard('keeper/practice-caseload');
  await fills();
  expect(await store.query('subject')).toHaveLength(40);
});
