/** The due entries that the keeper gives a page: compared with the same records folded at once, after any saves. */
import {
  addDays,
  diary,
  gatherCodeLists,
  gatherTriggers,
  type PlainDate,
  RECORD_KINDS,
  type RecordStore,
  type StoredRecord,
  workingCalendar,
} from '@cyber-prevent/core';
import { buildRecord, newRecord } from '@cyber-prevent/core/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Bench, newBench, setUp, until } from '../testing/keeper-under-test.js';
import { testOfficer } from '../testing/storage-under-test.js';
import type { KeeperConnection } from './client/client.js';
import { browserHost } from './host.js';

const lists = gatherCodeLists();
const context = { calendar: workingCalendar(), lists, triggers: gatherTriggers(lists) };
const today = browserHost().clock.today();
const LAST = '9999-12-31' as PlainDate;

async function heldIn(store: RecordStore): Promise<readonly StoredRecord[]> {
  const all = await Promise.all(RECORD_KINDS.map((kind) => store.query(kind)));
  return all.flat() as readonly StoredRecord[];
}

describe('the diary by way of the keeper', () => {
  let bench: Bench;
  let page: KeeperConnection;
  let recoveryKey = '';
  const told: (number | undefined)[] = [];
  beforeAll(async () => {
    bench = newBench();
    recoveryKey = await setUp(bench.computer);
    await bench.keeper({ onCount: (count) => void told.push(count) });
    page = bench.page();
    await page.vault.unlock('practice', { recoveryKey });
  });
  afterAll(() => bench.clear());

  it('misses nothing that is due, of any kind, and gives a reason for each thing in it', async () => {
    const subjects = Array.from({ length: 4 }, () => buildRecord('subject'));
    await page.store.commit({
      changes: subjects.map((subject) => newRecord('subject', subject)),
      reason: 'case-work',
    });
    const day = fc.integer({ min: -60, max: 60 }).map((days) => addDays(today, days));
    const subjectId = fc.constantFrom(...subjects.map(({ id }) => id));
    const change = fc.oneof(
      fc
        .record({ subjectId, dueOn: day })
        .map((more) =>
          newRecord('promise', buildRecord('promise', { ...more, madeOn: '2026-01-01' })),
        ),
      fc
        .record({ subjectId, heldOn: day, followUpDueOn: day })
        .map((more) => newRecord('intervention', buildRecord('intervention', more))),
      fc
        .record({ subjectId, reviewDueOn: day })
        .map((more) => newRecord('hold', buildRecord('hold', { ...more, from: '2026-01-01' }))),
      fc
        .record({ receivedOn: day })
        .map((more) => newRecord('enquiry', buildRecord('enquiry', more))),
      fc
        .record({
          subjectId,
          receivedOn: day,
          status: fc.constantFrom('received', 'accepted', 'declined'),
        })
        .map((more) => newRecord('referral', buildRecord('referral', more))),
      fc
        .record({ subjectId, told: fc.constantFrom(['nobody-yet'], ['supervisor']) })
        .map((more) => newRecord('safeguardingConcern', buildRecord('safeguardingConcern', more))),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        await page.store.commit({ changes, reason: 'case-work' });
        const read = await page.ask('diary', [LAST]);
        const held = await heldIn(page.store);
        const whole = diary(held, { ...context, today, officer: testOfficer.id });
        expect(read.entries).toEqual(whole.entries);
        expect(read.issues).toEqual(whole.issues);
        for (const { why, about } of read.entries) {
          expect(why).toMatch(/\d{4}.*\.$/s);
          if (about !== undefined) expect(read.people[about]?.name).toBeTruthy();
        }
        const week = addDays(today, 7);
        const near = await page.ask('diary', [week]);
        expect(near.counts).toEqual(read.counts);
        expect(near.entries).toEqual(
          whole.entries.filter(
            ({ isUrgent, state, by = today }) => isUrgent || state !== 'coming' || by <= week,
          ),
        );
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('tells how many are due and overdue while the vault is open, and nothing from the lock on', async () => {
    const { counts } = await page.ask('diary', [LAST]);
    await vi.waitFor(() => expect(told.at(-1)).toBe(counts.overdue + counts.due));
    await page.vault.lock();
    await until(page, 'locked');
    expect(told.at(-1)).toBeUndefined();
    await page.vault.unlock('practice', { recoveryKey });
    await vi.waitFor(() => expect(told.at(-1)).toBe(counts.overdue + counts.due));
  });

  it('gives nothing while the vault is locked', async () => {
    await page.vault.lock();
    await until(page, 'locked');
    await expect(page.ask('diary', [LAST])).rejects.toMatchObject({ code: 'CP_STORE_LOCKED' });
  });
});
