/** Laws about whose a save is, as any page may try to pass them: over a real channel, past every screen. */
import type {
  Change,
  Commit,
  MeantPerson,
  PlainDate,
  RecordId,
  SourceRef,
} from '@cyber-prevent/core';
import { buildRecord, buildReferral, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Bench, openBench } from '../testing/keeper-under-test.js';
import type { KeeperConnection } from './client/client.js';

const ADA = buildRecord('subject', { name: 'Ada Vael', bornOn: '2010-05-02', phones: [] });
const IVO = buildRecord('subject', { name: 'Ivo Quill', bornOn: '2011-09-02', phones: [] });
const CAPTURE = buildRecord('sourceCapture', { way: 'page' });
const NUMBER = '+447700900123';
const ABOUT_ADA = [
  { kind: 'name', text: 'Ada Vael' },
  { kind: 'bornOn', text: '2010-05-02' },
];
const ANSWER: MeantPerson = {
  subject: IVO.id,
  names: ['Ada Vael'],
  born: ['2010-05-02' as PlainDate],
  others: [ADA.id],
};

let bench: Bench;
let page: KeeperConnection;
beforeEach(async () => {
  ({ bench, page } = await openBench());
  await page.store.commit({
    changes: [newRecord('subject', ADA), newRecord('subject', IVO)],
    reason: 'referral',
  });
});
afterEach(() => bench.clear());

const refFrom = (capture: RecordId, verbatim: string): SourceRef => ({
  capture,
  label: 'Telephone',
  owner: [],
  verbatim,
  frame: [],
  selector: 'dd',
  visible: true,
  decision: 'take',
});

async function changeOf(subject: RecordId, set: object, sources: Change['sources']) {
  const held = await page.store.get('subject', subject);
  if (!held) throw new Error('not held');
  const change = { kind: 'subject', record: subject, parents: held.heads, set, sources };
  return change as Change;
}

/** Adds a telephone number from a page to somebody. */
async function adds(subject: RecordId, said: Pick<Commit, 'read' | 'meant'>) {
  const refs = { 'phones[0]': [refFrom(CAPTURE.id, NUMBER)] };
  const change = await changeOf(subject, { phones: [NUMBER] }, refs);
  return page.store.commit({
    changes: [newRecord('sourceCapture', CAPTURE), change],
    reason: 'referral',
    ...said,
  });
}

const refusedAs = (code: string) => ({ cause: [expect.objectContaining({ code })] });
const phones = async (id: RecordId) => (await page.store.get('subject', id))?.value.phones;
const log = () => page.store.audit();
const read = (subject: RecordId) => [{ subject, values: [...ABOUT_ADA] }];

it('Nothing from a page is added to a person without what was read of them', async () => {
  await expect(adds(ADA.id, {})).rejects.toMatchObject(refusedAs('capture-not-compared'));
  await expect(adds(ADA.id, { read: read(IVO.id) })).rejects.toMatchObject({
    code: 'CP_RECORD_INVALID',
  });
  expect(await phones(ADA.id)).toEqual([]);
  await adds(ADA.id, { read: read(ADA.id) });
  expect(await phones(ADA.id)).toEqual([NUMBER]);
});

it('What a referral says is said again of its person without another reading, and of nobody else', async () => {
  const [asRead, label] = ['Unauthorised access', 'Suspected offence'];
  const refs = [{ ...refFrom(CAPTURE.id, asRead), label }];
  const referral = buildReferral({ subjectId: ADA.id, suspectedOffences: [asRead] });
  await page.store.commit({
    changes: [
      newRecord('sourceCapture', CAPTURE),
      { ...newRecord('referral', referral), sources: { 'suspectedOffences[0]': refs } },
    ],
    reason: 'referral',
    read: read(ADA.id),
  });
  const names = (subjectId: RecordId, referralId?: RecordId) => {
    const offence = buildRecord('offence', {
      subjectId,
      referralId,
      asRead,
      section: 's1',
      standings: [],
      knownOn: referral.receivedOn,
    });
    const change = { ...newRecord('offence', offence), sources: { asRead: refs } };
    return page.store.commit({ changes: [change], reason: 'case-work' });
  };
  for (const subject of [ADA.id, IVO.id])
    await expect(names(subject)).rejects.toMatchObject(refusedAs('capture-not-compared'));
  await expect(names(IVO.id, referral.id)).rejects.toThrow();
  await names(ADA.id, referral.id);
  expect(await page.store.query('offence')).toMatchObject([
    { value: { subjectId: ADA.id, referralId: referral.id } },
  ]);
});

it('A page that speaks against the person is added by an answer that names both, which is logged', async () => {
  const before = await log();
  const others = [
    [],
    [{ ...ANSWER, subject: ADA.id }],
    [{ ...ANSWER, names: [] }],
    [{ ...ANSWER, born: [] }],
    [{ ...ANSWER, others: [] }],
  ];
  for (const meant of others)
    await expect(adds(IVO.id, { read: read(IVO.id), meant })).rejects.toMatchObject(
      refusedAs('person-in-doubt'),
    );
  expect(await phones(IVO.id)).toEqual([]);
  // Nobody is shown for a refusal, so no look at Ada is logged.
  expect(await log()).toEqual(before);
  await adds(IVO.id, { read: read(IVO.id), meant: [ANSWER] });
  const answered = (await log()).filter(({ doubts }) => doubts);
  expect(answered).toMatchObject([
    { records: [IVO.id], doubts: ['named-otherwise', 'born-otherwise', 'another-matches'] },
  ]);
  expect(JSON.stringify(answered)).not.toMatch(/2010|Vael/);
});

it('Nobody is put on record together with somebody alike, or while somebody alike is on record', async () => {
  const before = await log();
  const files = (...named: readonly (readonly [name: string, bornOn: string])[]) =>
    page.store.commit({
      changes: [
        newRecord('sourceCapture', CAPTURE),
        ...named.map(([name, bornOn]) => ({
          ...newRecord(
            'subject',
            buildRecord('subject', { name, bornOn, phones: [], emails: [], addresses: [] }),
          ),
          sources: { name: [refFrom(CAPTURE.id, name)] },
        })),
      ],
      reason: 'referral',
    });
  const tobias = ['Tobias Wren', '2011-12-25'] as const;
  await expect(files(tobias, ['WREN, Tobias', '2012-06-30'])).rejects.toMatchObject(
    refusedAs('together-alike'),
  );
  await expect(files(tobias, ['Ada Vael', '2010-05-02'])).rejects.toMatchObject(
    refusedAs('together-seen'),
  );
  // Nobody is shown for a refusal, so no look is logged.
  expect(await log()).toEqual(before);
  await files(tobias, ['Ottoline Brackwater', '2010-04-13']);
  expect((await page.store.query('subject')).map(({ value }) => value.name)).toEqual([
    'Ada Vael',
    'Ivo Quill',
    'Tobias Wren',
    'Ottoline Brackwater',
  ]);
});

it('A correction by hand makes no two people alike without an answer that names both', async () => {
  const told = buildRecord('sourceCapture', { way: 'typed' });
  const refs = [refFrom(told.id, 'Ada Vael')];
  const corrects = async (meant?: Commit['meant']) =>
    page.store.commit({
      changes: [
        newRecord('sourceCapture', told),
        await changeOf(
          IVO.id,
          { name: 'Ada Vael', bornOn: '2010-05-02' },
          { name: refs, bornOn: refs },
        ),
      ],
      reason: 'correction',
      ...(meant ? { meant } : {}),
    });
  await expect(corrects()).rejects.toMatchObject(refusedAs('person-in-doubt'));
  await corrects([{ ...ANSWER, names: [], born: [] }]);
  expect((await page.store.get('subject', IVO.id))?.value.name).toBe('Ada Vael');
});
