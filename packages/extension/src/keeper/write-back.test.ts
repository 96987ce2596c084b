import type { RecordId } from '@cyber-prevent/core';
import { buildSubject, buildWriteBack, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Bench, openBench } from '../testing/keeper-under-test.js';
import type { KeeperConnection } from './client/client.js';

let bench: Bench;
let page: KeeperConnection;
const subject = buildSubject();
const note = buildWriteBack({ subjectId: subject.id });

beforeEach(async () => {
  ({ bench, page } = await openBench());
  await page.store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
});
afterEach(() => bench.clear());

const disclosure = (of: RecordId) => ({
  action: 'disclosure' as const,
  records: [subject.id, of],
  fields: [],
  reason: 'case-work',
  recipients: ['force-system', note.system],
});

it.each([[[]], [['']], [[' ', 'Place']]])(
  'no note that names %j as given is kept, and nothing of its commit is',
  async (labels) => {
    const empty = newRecord('writeBack', { ...note, labels });
    const before = (await page.store.audit()).length;
    await expect(
      page.store.commit({
        changes: [empty],
        reason: 'case-work',
        audit: [disclosure(note.of)],
      }),
    ).rejects.toMatchObject({
      code: 'CP_RECORD_INVALID',
      message: expect.stringContaining('Nothing was typed or copied, so nothing was sent'),
    });
    expect(await page.store.query('writeBack')).toEqual([]);
    expect(await page.store.audit()).toHaveLength(before);
  },
);

it('what a note says was given is never emptied afterwards', async () => {
  await page.store.commit({ changes: [newRecord('writeBack', note)], reason: 'case-work' });
  const [held] = await page.store.query('writeBack');
  for (const labels of [[], null])
    await expect(
      page.store.commit({
        changes: [
          { kind: 'writeBack', record: note.id, parents: held?.heads ?? [], set: { labels } },
        ],
        reason: 'case-work',
      }),
    ).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
  expect((await page.store.get('writeBack', note.id))?.value.labels).toEqual(note.labels);
});
