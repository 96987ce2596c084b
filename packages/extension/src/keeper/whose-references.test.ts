/** References on the page of a form, as any page may ask about them: over a real channel, past every screen. */
import { buildRecord, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Bench, newBench, setUp } from '../testing/keeper-under-test.js';
import { testOfficer } from '../testing/storage-under-test.js';
import type { KeeperConnection } from './client/client.js';

const ADA = buildRecord('subject', { name: 'Ada Vael', bornOn: '2010-05-02' });
const IVO = buildRecord('subject', { name: 'Ivo Quill' });
const REFERRAL = buildRecord('referral', { subjectId: ADA.id, reference: 'NCCU-TEST-0417' });
const PAGE = {
  system: 'rms.example.org',
  url: 'https://rms.example.org/new',
  shown: [{ text: 'NCCU-TEST-0417' }],
};

let bench: Bench;
let page: KeeperConnection;
beforeEach(async () => {
  bench = newBench();
  const recoveryKey = await setUp(bench.computer);
  await bench.keeper();
  page = bench.page();
  await page.vault.unlock('practice', { recoveryKey });
  await page.store.commit({
    changes: [
      newRecord('subject', ADA),
      newRecord('subject', IVO),
      newRecord('referral', REFERRAL),
    ],
    reason: 'referral',
  });
});
afterEach(() => bench.clear());

const looks = async () =>
  (await page.store.audit()).flatMap((entry) =>
    entry.action === 'consultation' ? entry.records : [],
  );

it('are somebody else’s by name and date of birth, and the look at them is logged', async () => {
  expect(await page.ask('form-doubts', [IVO.id, PAGE])).toMatchObject([
    { kind: 'another', people: [{ name: 'Ada Vael', bornOn: '2010-05-02' }] },
  ]);
  expect(await looks()).toContain(ADA.id);
});

it('are somebody else’s by the name in a heading, and the look at them is logged', async () => {
  const line = { text: 'VAEL, Ada', place: 'heading' as const, born: [], bracketed: [] };
  expect(await page.ask('form-doubts', [IVO.id, { ...PAGE, shown: [], lines: [line] }])).toEqual([
    {
      kind: 'named',
      text: 'VAEL, Ada',
      place: 'heading',
      people: [{ name: 'Ada Vael', bornOn: '2010-05-02' }],
    },
  ]);
  expect(await looks()).toContain(ADA.id);
});

it('say nothing of a person whose record is closed to the officer, but that there is one', async () => {
  const me = testOfficer.id;
  const request = buildRecord('colleagueRequest', {
    subjectId: ADA.id,
    kind: 'known-person',
    from: me,
    to: me,
  });
  await page.store.commit({
    changes: [newRecord('colleagueRequest', request)],
    reason: 'case-work',
  });
  const before = await looks();
  expect(await page.ask('form-doubts', [IVO.id, PAGE])).toEqual([
    { kind: 'another', text: 'NCCU-TEST-0417', people: [], isClosed: true, own: [] },
  ]);
  await expect(page.ask('form-doubts', [ADA.id, PAGE])).rejects.toMatchObject({
    code: 'CP_RECORD_CLOSED',
  });
  expect(await looks()).toEqual(before);
});
