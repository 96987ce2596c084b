/** Unfinished work about a person goes with a disposal of that person, whichever form names them. */
import { buildSubject, endCase, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Bench, newBench, setUp } from '../testing/keeper-under-test.js';
import { browserHost } from './host.js';

let bench: Bench;
beforeEach(() => {
  bench = newBench();
});
afterEach(() => bench.clear());

it('is discarded where the person was chosen in a form, and every page is told', async () => {
  const recoveryKey = await setUp(bench.computer);
  await bench.keeper();
  const [page, other] = [bench.page(), bench.page()];
  await page.vault.unlock('practice', { recoveryKey });
  const [gone, stays] = [buildSubject({ name: 'Ottilie' }), buildSubject({ name: 'Ada' })];
  await page.store.commit({
    changes: [newRecord('subject', gone), newRecord('subject', stays)],
    reason: 'case-work',
  });
  const heard: string[] = [];
  other.work.subscribe((key) => void heard.push(key));
  await page.work.save('safeguarding', { subjectId: gone.id, what: 'Of Ottilie' }, 0);
  await page.work.save('together', { chosen: [stays.id, gone.id] }, 0);
  await page.work.save(`aside/a/intervention/${gone.id}`, { note: 'x' }, 0);
  await page.work.save('draft', { about: gone.id, origins: [{ id: 'one' }] }, 0);
  await page.work.save('page/one', 'The page that it was read from', 0);
  await page.work.save('page/two', 'The page of another draft', 0);
  await page.work.save('incident/', { subjectId: stays.id }, 0);
  await expect.poll(() => heard.length).toBe(7);
  heard.length = 0;
  await page.store.dispose(
    await endCase(page.store, gone.id, browserHost().clock.today()),
    'retention',
  );
  expect(await page.work.keys()).toEqual(['incident/', 'page/two']);
  await expect
    .poll(() => [...heard].sort())
    .toEqual([`aside/a/intervention/${gone.id}`, 'draft', 'page/one', 'safeguarding', 'together']);
});
