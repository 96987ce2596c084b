import { expect, it } from 'vitest';
import type { RecordId } from '../shared/primitives.js';
import { buildId, buildIntervention, buildSubject, newRecord } from '../testing/fiction/builder.js';
import { growth } from '../testing/growth.js';
import { testHost, testSigner } from '../testing/host.js';
import type { RecordStore } from './log/port.js';
import { memoryLog } from './memory-log.js';
import { openStore } from './open-store.js';

const open = () => openStore({ log: memoryLog(), host: testHost(), signer: testSigner() });

it('commits to 10,000 records, and finds a subject’s among them, at what it costs among few', async () => {
  const [few, many] = [await open(), await open()];
  const [early, late] = [await fileCase(few), await fileCase(many)];
  for (let count = 1; count < 1000; count += 1) await fileCase(many);
  expect(await many.query('intervention')).toHaveLength(9000);
  // A generous limit: a cost that grew with the store would be at least ten times more.
  const finding = await growth(
    () => findMeetings(few, early),
    () => findMeetings(many, late),
    1,
  );
  expect(finding).toBeLessThan(3);
  const saving = await growth(
    // Opened again for each run, or it would not stay a store of few.
    async () => saveMeetings(await open()),
    () => saveMeetings(many),
    1,
  );
  expect(saving).toBeLessThan(3);
});

/** Saves a subject with nine interventions in one commit, and finds those. */
async function fileCase(store: RecordStore): Promise<RecordId> {
  const subject = buildSubject();
  const meetings = Array.from({ length: 9 }, () => buildIntervention({ subjectId: subject.id }));
  const changes = [
    newRecord('subject', subject),
    ...meetings.map((meeting) => newRecord('intervention', meeting)),
  ];
  await store.commit({ changes, reason: 'referral' });
  const found = await store.query('intervention', { subjectId: subject.id });
  expect(found.map(({ id }) => id)).toEqual(meetings.map(({ id }) => id));
  return subject.id;
}

/** Saves nine interventions, each in a separate commit, and finds them. */
async function saveMeetings(store: RecordStore): Promise<void> {
  const subjectId = buildId();
  for (let count = 0; count < 9; count += 1) {
    const changes = [newRecord('intervention', buildIntervention({ subjectId }))];
    await store.commit({ changes, reason: 'referral' });
  }
  await findMeetings(store, subjectId);
}

async function findMeetings(store: RecordStore, subjectId: RecordId): Promise<void> {
  const found = await store.query('intervention', { subjectId });
  if (found.length !== 9) throw new Error(`${found.length} found`);
}
