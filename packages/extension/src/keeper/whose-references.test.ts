/** References on the page of a form, as any page may ask about them: over a real channel, past every screen. */
import { type Change, type Commit, undoSave } from '@cyber-prevent/core';
import { buildRecord, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, openBench } from '../testing/keeper-under-test.js';
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
  ({ bench, page } = await openBench());
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

describe('a reference that another system gave', () => {
  const OWN = buildRecord('referral', { subjectId: IVO.id });
  const NOTE = buildRecord('writeBack', {
    subjectId: IVO.id,
    ofKind: 'referral',
    of: OWN.id,
    system: PAGE.system,
  });
  const IN_DOUBT = { cause: [expect.objectContaining({ code: 'reference-in-doubt' })] };
  beforeEach(async () => {
    await page.store.commit({
      changes: [newRecord('referral', OWN), newRecord('writeBack', NOTE)],
      reason: 'case-work',
    });
  });
  const keeps = async (reference: string, meant?: Commit['meant']) => {
    const [held] = await page.store.query('writeBack');
    if (!held) throw new Error('no note');
    const change = { kind: 'writeBack', record: held.id, parents: held.heads, set: { reference } };
    return page.store.commit({
      changes: [change as Change],
      reason: 'case-work',
      ...(meant ? { meant } : {}),
    });
  };
  const shows = (text: string, more: object = {}) =>
    page.ask('form-doubts', [IVO.id, { ...PAGE, shown: [{ text, named: 'any' }], ...more }]);
  const kept = async () =>
    (await page.store.query('writeBack')).map(({ value }) => value.reference);

  it('is not kept if it is on record for somebody else, and nobody is looked at for that', async () => {
    const before = await looks();
    await expect(keeps('nccu test 0417')).rejects.toMatchObject(IN_DOUBT);
    expect(await kept()).toEqual([undefined]);
    expect(await looks()).toEqual(before);
  });

  it.each<readonly [string, object]>([
    ['a heading', { lines: [{ text: 'VAEL, Ada', place: 'heading', born: [], bracketed: [] }] }],
    ['a label', { person: { names: ['Alfie Marsh'], born: [] } }],
  ])(
    'is not kept from a page that names another person in %s, however it is written',
    async (_, more) => {
      await shows('PR-0001', more);
      for (const written of ['PR-0001', ' pr 0001'])
        await expect(keeps(written)).rejects.toMatchObject(IN_DOUBT);
      await keeps('PR-0002');
    },
  );

  it('is kept by an answer that names both, and by no other', async () => {
    await shows('PR-0001', { person: { names: ['Alfie Marsh'], born: [] } });
    for (const meant of [
      [],
      [{ subject: ADA.id, reference: 'PR-0001' }],
      [{ subject: IVO.id, reference: 'PR-0002' }],
    ])
      await expect(keeps('PR-0001', meant)).rejects.toMatchObject(IN_DOUBT);
    const { seq } = await keeps('PR-0001', [{ subject: IVO.id, reference: 'PR-0001' }]);
    expect(await kept()).toEqual(['PR-0001']);
    // Taken back and made again, it is the same answer.
    for (const each of [seq, seq + 1]) {
      const undone = await undoSave(page.store, each);
      if (!undone.ok) throw new Error(JSON.stringify(undone.issues));
      await page.store.commit(undone.value);
    }
    expect(await kept()).toEqual(['PR-0001']);
  });

  it('is kept without one if the page of this person shows it later', async () => {
    await shows('PR-0001', { person: { names: ['Alfie Marsh'], born: [] } });
    await shows('PR-0001', { person: { names: ['Ivo Quill'], born: [] } });
    await keeps('PR-0001');
    expect(await kept()).toEqual(['PR-0001']);
  });

  it('is not kept with the note itself either', async () => {
    const note = { ...NOTE, id: OWN.id.replace(/^.{8}/, '0badcafe'), reference: 'NCCU-TEST-0417' };
    await expect(
      page.store.commit({ changes: [newRecord('writeBack', note as never)], reason: 'case-work' }),
    ).rejects.toMatchObject(IN_DOUBT);
  });
});
