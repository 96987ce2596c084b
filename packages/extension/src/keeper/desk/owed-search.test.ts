/** A search that a page noted and that could not be logged: nothing of what was on screen is left out of it later. */
import { buildIntervention, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, expect, it } from 'vitest';
import { type Bench, newBench, setUp, until } from '../../testing/keeper-under-test.js';

const ADA = buildSubject({ name: 'Ada Vael' });
const IVO = buildSubject({ name: 'Ivo Vael' });
const VISIT = buildIntervention({ subjectId: ADA.id, note: 'He wants to keep bees.' });
const benches: Bench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.clear();
});

it('is logged once it can be, with the rows of the page and those that were given for it', async () => {
  const bench = newBench();
  benches.push(bench);
  const recoveryKey = await setUp(bench.computer);
  await bench.keeper();
  const page = bench.page();
  await page.vault.unlock('practice', { recoveryKey });
  await until(page, 'open');
  await page.store.commit({
    changes: [
      newRecord('subject', ADA),
      newRecord('subject', IVO),
      newRecord('intervention', VISIT),
    ],
    reason: 'case-work',
  });
  expect((await page.ask('find', ['bees', undefined, undefined])).found).toHaveLength(1);
  const disk = bench.computer.disks.get('practice');
  if (!disk) throw new Error('No disk');
  const { capacity } = disk;
  disk.capacity = 0;
  // The page shows a person by name whom the keeper did not give for these words.
  const noted = { words: 'bees', shown: [ADA.id, IVO.id], fields: ['bornOn'] };
  await expect(page.log.noteSearch(noted)).rejects.toThrow();
  disk.capacity = capacity;
  await page.ask('search-ready', []);
  const searches = (await page.store.audit()).filter(({ reason }) => reason === 'search');
  expect(searches).toMatchObject([
    { records: [ADA.id, IVO.id, VISIT.id], fields: ['name', 'reference', 'bornOn', 'note'] },
  ]);
});
