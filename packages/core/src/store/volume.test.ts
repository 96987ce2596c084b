import { expect, it } from 'vitest';
import { buildIntervention, buildSubject, newRecord } from '../testing/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import { memoryLog } from './memory-log.js';
import { openStore } from './open-store.js';
import type { RecordStore } from './port.js';

const open = () => openStore({ log: memoryLog(), host: testHost(), signer: testSigner() });

it('commits to 10,000 records, and finds a subject’s among them, at what it costs among few', async () => {
  const [few, many] = [await open(), await open()];
  for (let count = 0; count < 1000; count += 1) await fileCase(many);
  expect(await many.query('intervention')).toHaveLength(9000);
  // In turn, so that whatever else the machine does falls on both.
  const times: { few: number; many: number }[] = [];
  for (let count = 0; count < 100; count += 1)
    times.push({ few: await fileCase(few), many: await fileCase(many) });
  const cost = (of: 'few' | 'many') => middle(times.map((time) => time[of]));
  // Generous: a cost that grew with the store would be ten times more and beyond.
  expect(cost('many')).toBeLessThan(3 * cost('few'));
});

/** @returns milliseconds to keep a subject with nine interventions and to find those again */
async function fileCase(store: RecordStore): Promise<number> {
  const subject = buildSubject();
  const meetings = Array.from({ length: 9 }, () => buildIntervention({ subjectId: subject.id }));
  const changes = [
    newRecord('subject', subject),
    ...meetings.map((meeting) => newRecord('intervention', meeting)),
  ];
  const before = performance.now();
  await store.commit({ changes, reason: 'referral' });
  const found = await store.query('intervention', { subjectId: subject.id });
  const cost = performance.now() - before;
  expect(found.map(({ id }) => id)).toEqual(meetings.map(({ id }) => id));
  return cost;
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
