/** The due entries from the pages that are opened first, however the caseload developed. */
import {
  addDays,
  diary,
  diaryOrder,
  followDiary,
  gatherCodeLists,
  gatherTriggers,
  openStoreEarly,
  type PlainDate,
  RECORD_KINDS,
  type RecordStore,
  type StoredRecord,
  workingCalendar,
} from '@cyber-prevent/core';
import { buildRecord, newRecord, testHost, testSigner } from '@cyber-prevent/core/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { headPages } from '../storage/head/head-pages.js';
import { sealedLog } from '../storage/sealed-log.js';
import { openShelf } from '../storage/shelf.js';
import { newComputer, newKeys } from '../testing/storage-under-test.js';

const lists = gatherCodeLists();
const triggers = gatherTriggers(lists);
const context = { calendar: workingCalendar(), lists, triggers };
const today = '2026-11-24' as PlainDate;
const day = fc.integer({ min: -300, max: 60 }).map((days) => addDays(today, days));
const subjects = Array.from({ length: 3 }, () => buildRecord('subject'));
const visit = fc.record({
  whose: fc.nat(subjects.length - 1),
  heldOn: day,
  followUpDueOn: fc.option(day, { nil: undefined }),
  /** Distance back to the contact that it corrects or follows up. */
  corrects: fc.option(fc.nat(5), { nil: undefined, freq: 6 }),
  followsUp: fc.option(fc.nat(5), { nil: undefined, freq: 4 }),
});

async function heldIn(store: RecordStore): Promise<readonly StoredRecord[]> {
  const all = await Promise.all(RECORD_KINDS.map((kind) => store.query(kind)));
  return all.flat() as readonly StoredRecord[];
}

it('is what all of the records come to, each time the vault is opened', async () => {
  const sittings = fc.array(fc.array(visit, { minLength: 1, maxLength: 12 }), {
    minLength: 2,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(sittings, async (visits) => {
      const keys = await newKeys();
      const computer = newComputer();
      const signer = testSigner({
        device: keys.identity.device,
        officer: keys.identity.officer.id,
      });
      const host = testHost();
      const made: StoredRecord['id'][] = [];
      const shelf = await openShelf(keys, computer, () => undefined);
      const opened = () => {
        const { database, files, keyring } = shelf;
        const heads = headPages({ database, files, keyring, keys });
        const log = sealedLog({
          shelf,
          keys,
          area: computer.area,
          onTrouble: () => undefined,
          now: host.clock.now,
        });
        return openStoreEarly({
          log: { ...log, heads, close: async () => undefined },
          host,
          signer,
          verify: signer.verify,
          first: diaryOrder(triggers),
        });
      };
      const filled = (await opened()).store;
      const whole = subjects.map((subject) => newRecord('subject', subject));
      await filled.commit({ changes: whole, reason: 'case-work' });
      await filled.compact();
      for (const sitting of visits) {
        const { store, first, ready } = await opened();
        const early = await first();
        await ready;
        expect(early).toBeDefined();
        const follows = followDiary(store, { ...context, first: async () => early });
        const all = await heldIn(store);
        expect(await follows.read(today)).toEqual(diary(all, { today, ...context }));
        for (const { whose, corrects, followsUp, ...more } of sitting) {
          const named = (ago: number | undefined) =>
            ago === undefined ? undefined : made[made.length - 1 - ago];
          const value = buildRecord('intervention', {
            ...more,
            subjectId: subjects[whose]?.id,
            corrects: named(corrects),
            followsUp: named(followsUp),
          });
          made.push(value.id);
          await store.commit({ changes: [newRecord('intervention', value)], reason: 'case-work' });
          expect(await follows.read(today)).toEqual(
            diary(await heldIn(store), { today, ...context }),
          );
        }
        await store.compact();
        follows.stop();
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);
