/** A record that its officer is closed out of, as any page may ask for it: past every screen, over a real channel. */
import { holdsElsewhere, LIST_NAMES, type ListName, type PlainDate } from '@cyber-prevent/core';
import {
  buildPdf,
  buildRecord,
  buildSnapshot,
  buildSourceCapture,
  newRecord,
} from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { attach } from '../testing/attached-under-test.js';
import { type Bench, newBench, openBench, until } from '../testing/keeper-under-test.js';
import { testOfficer } from '../testing/storage-under-test.js';
import type { KeeperConnection } from './client/client.js';

const ADA = buildRecord('subject', { name: 'Ada Vael', bornOn: '2010-05-02' });
const IVO = buildRecord('subject', { name: 'Ivo Quill' });
const ABOUT = { subjectId: ADA.id };
const REFERRAL = buildRecord('referral', {
  ...ABOUT,
  reference: 'NCCU-TEST-0417',
  narrative: 'Ada Vael changed two marks.',
});
const VISIT = buildRecord('intervention', { ...ABOUT, note: 'Met Ada Vael at home.' });
const LAST = '9999-12-31' as PlainDate;
const CLOSED = { code: 'CP_RECORD_CLOSED' };

let bench: Bench;
let page: KeeperConnection;
let recoveryKey: string;
beforeEach(async () => {
  ({ bench, page, recoveryKey } = await openBench());
  await page.store.commit({
    changes: [
      newRecord('subject', ADA),
      newRecord('subject', IVO),
      newRecord('referral', REFERRAL),
      newRecord('intervention', VISIT),
    ],
    reason: 'referral',
  });
  await page.work.save(`hold/${ADA.id}`, { reason: 'complaint' }, 0);
  await page.work.save(`hold/${IVO.id}`, { reason: 'complaint' }, 0);
});
afterEach(() => bench.clear());

async function declare(): Promise<void> {
  const me = testOfficer.id;
  const request = buildRecord('colleagueRequest', {
    ...ABOUT,
    kind: 'known-person',
    from: me,
    to: me,
  });
  await page.store.commit({
    changes: [newRecord('colleagueRequest', request)],
    reason: 'case-work',
  });
}

/** The rows as a page of this moment has them. */
function rowsOf(list: ListName, of = page): Promise<readonly object[]> {
  return new Promise((give, refuse) => {
    const stop = of.rows.watch(list, (news) => {
      queueMicrotask(() => stop());
      if ('rows' in news) give(news.rows);
      else refuse(news.error);
    });
  });
}

/** Everything that a page, opened now, can be given without naming a closed record. */
async function everythingGiven(): Promise<string> {
  const fresh = bench.page();
  await until(fresh, 'open');
  const { store } = page;
  const answers = [
    ...(await Promise.all(LIST_NAMES.map((list) => rowsOf(list, fresh)))),
    await store.query('subject'),
    await store.query('referral'),
    await store.query('intervention', { subjectId: ADA.id }),
    await store.trail([ADA.id, REFERRAL.id]),
    await store.batchesSince(0),
    await store.audit(),
    await page.ask('diary', [LAST]),
    await page.seenBefore.look(
      { values: [{ kind: 'reference', text: 'nccu test 0417' }] },
      'search',
    ),
    await page.ask('find', ['vael', undefined, undefined]),
    await page.ask('find', ['changed two marks home', undefined, undefined]),
    await page.work.keys(),
    await page.work.load(`hold/${ADA.id}`),
    await page.ask('person-line', [ADA.id]),
  ];
  return JSON.stringify(answers);
}

it('gives everything before, and nothing about the person afterwards', async () => {
  expect(await everythingGiven()).toMatch(/Ada Vael.*NCCU-TEST-0417/s);
  expect(await rowsOf('referrals')).toHaveLength(1);
  await declare();
  const given = await everythingGiven();
  expect(given).not.toMatch(/Ada Vael|NCCU-TEST-0417|2010-05-02|changed two marks/);
  expect(given).toContain('Ivo Quill');
  expect(given).toContain(`hold/${IVO.id}`);
  expect(given).not.toContain(`hold/${ADA.id}`);
  // A page that had the rows before follows.
  await vi.waitFor(async () => expect(await rowsOf('referrals')).toEqual([]));
  expect(await rowsOf('subjects')).toContainEqual({
    id: ADA.id,
    name: 'Record closed to you',
    otherNames: [],
    references: [],
    isClosed: true,
  });
});

it('refuses every request that names a closed record, and logs no look', async () => {
  await declare();
  const looks = async () =>
    (await page.store.audit()).filter(({ action }) => action === 'consultation').length;
  const before = await looks();
  const { store } = page;
  for (const ask of [
    () => store.get('subject', ADA.id),
    () => store.get('referral', REFERRAL.id),
    () => store.consult([IVO.id, VISIT.id], 'case-work'),
    () => store.everAbout(ADA.id),
    () => store.heldOnlyWith([ADA.id]),
    () => store.keptByHolds([ADA.id]),
    () => store.history(ADA.id),
    () => store.dispose([ADA.id], 'retention'),
    () => page.log.open({ subject: ADA.id }, 'log-review'),
    () => page.ask('plan-disposal', [ADA.id]),
    () => page.ask('obstacles', [ADA.id]),
  ])
    await expect(ask()).rejects.toMatchObject(CLOSED);
  expect(await looks()).toBe(before);
  const entry = newRecord('intervention', buildRecord('intervention', ABOUT));
  await expect(store.commit({ changes: [entry], reason: 'case-work' })).rejects.toMatchObject({
    code: 'CP_RECORD_INVALID',
  });
});

it('is not named where a hold on it keeps part of a case that is to be disposed of or refused', async () => {
  const hold = newRecord('hold', buildRecord('hold', ABOUT));
  await page.store.commit({ changes: [hold], reason: 'case-work' });
  const visit = await page.store.get('intervention', VISIT.id);
  const move = { kind: 'intervention', record: VISIT.id, parents: visit?.heads ?? [] } as const;
  await page.store.commit({
    changes: [{ ...move, set: { subjectId: IVO.id } }],
    reason: 'correction',
  });
  const said = async () => {
    const { issues = [] } = (await page.ask('plan-disposal', [IVO.id])) ?? {};
    return issues.filter(({ code }) => code === 'hold-elsewhere');
  };
  const refused = () => holdsElsewhere(page.store, [VISIT.id], { subject: IVO.id, own: [] });
  for (const issues of [await said(), await refused()])
    expect(issues).toMatchObject([{ at: ADA.id, message: expect.stringContaining('Ada Vael') }]);
  await declare();
  for (const issues of [await said(), await refused()]) {
    expect(issues).toHaveLength(1);
    expect(JSON.stringify(issues)).not.toMatch(new RegExp(`Ada|Vael|${ADA.id}`));
  }
});

it('stays closed over a lock, and in a page that had the rows before', async () => {
  const other = bench.page();
  await until(other, 'open');
  expect(JSON.stringify(await rowsOf('subjects', other))).toContain('Ada Vael');
  await declare();
  await page.vault.lock();
  await page.vault.unlock('practice', { recoveryKey });
  await expect(page.store.get('subject', ADA.id)).rejects.toMatchObject(CLOSED);
  await vi.waitFor(async () =>
    expect(JSON.stringify(await rowsOf('subjects', other))).not.toContain('Ada Vael'),
  );
});

it('is told to the officer with the day and the supervisor, and no fact about the person', async () => {
  await declare();
  expect(await page.ask('person-line', [ADA.id])).toEqual({
    name: 'closed',
    declaredOn: '2026-11-24',
    supervisor: 'DS Ines Marlow',
    isTold: false,
    isAnswered: false,
  });
  const { entries } = await page.ask('diary', [LAST]);
  expect(entries.map(({ act }) => act)).toContain('tell-supervisor');
});

it('tells the officer neither that a concern is open nor its risk', async () => {
  const concern = buildRecord('safeguardingConcern', { ...ABOUT, riskNow: 'serious' });
  await page.store.commit({
    changes: [newRecord('safeguardingConcern', concern)],
    reason: 'safeguarding',
  });
  const given = async () =>
    JSON.stringify([await page.ask('person-line', [ADA.id]), await page.ask('diary', [LAST])]);
  expect(await given()).toMatch(/"isConcernOpen":true.*"riskNow":"serious"/);
  await declare();
  expect(await given()).not.toMatch(/isConcernOpen|riskNow/);
});

it('stays closed where a backup is restored', async () => {
  await declare();
  const watched = { onProgress: () => undefined, signal: new AbortController().signal };
  const { content } = await page.backup.make(watched);
  const elsewhere = newBench();
  await elsewhere.keeper();
  const restored = elsewhere.page();
  await until(restored, 'none');
  const file = new Blob([new Uint8Array(content)]);
  await restored.backup.moveHere(file, { recoveryKey }, '', watched);
  await expect(restored.store.get('subject', ADA.id)).rejects.toMatchObject(CLOSED);
  expect(await restored.store.query('subject')).toMatchObject([{ id: IVO.id }]);
  await elsewhere.clear();
});

it('gives no byte of a file of theirs, nor under the name of another record', async () => {
  const file = await attach(page, ADA.id, { name: 'notice.pdf', bytes: buildPdf() });
  const kept = await page.store.get('attachment', file);
  const [piece] = kept?.value.pieces ?? [];
  if (!piece) throw new Error('No piece');
  await declare();
  await expect(page.blobs.openFile(file, 'case-work')).rejects.toMatchObject(CLOSED);
  const capture = buildSourceCapture({
    snapshots: [{ ...buildSnapshot(), blob: piece.blob }],
  });
  await expect(
    page.store.commit({ changes: [newRecord('sourceCapture', capture)], reason: 'case-work' }),
  ).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
  await expect(page.blobs.consult(capture.id, piece.blob, 'case-work')).rejects.toMatchObject({
    code: 'CP_STORE_UNKNOWN_RECORD',
  });
});
