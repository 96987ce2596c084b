/** Rows of lists in a real store: the content of each, and what is given to a page that asks again. */
import { describe, expect, it } from 'vitest';
import type { RecordOf } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import {
  buildCondition,
  buildConditionEvidence,
  buildEnquiry,
  buildIntervention,
  buildOrder,
  buildRecord,
  buildReferrer,
  buildRefusal,
  buildSubject,
} from '../../testing/fiction/builder.js';
import { decidedOn, openedLists } from '../../testing/lists-under-test.js';
import { listRows } from './list-rows.js';

const day = (text: string) => text as RecordOf<'referral'>['receivedOn'];

describe('what a row shows', () => {
  it('shows a subject by names, and by the references of every referral, the latest first', async () => {
    const { lists, subject, referral } = await openedLists();
    const id = await subject('Ada Vael', ['Countess']);
    await referral({ subjectId: id, reference: 'A-1', receivedOn: day('2026-01-02') });
    await referral({
      subjectId: id,
      reference: 'B-2',
      otherReferences: ['A-1', 'C-3'],
      receivedOn: day('2026-03-04'),
      status: 'accepted',
    });
    expect((await lists.rows('subjects')).rows).toEqual([
      {
        id,
        name: 'Ada Vael',
        otherNames: ['Countess'],
        bornOn: '2010-03-14',
        references: ['B-2', 'A-1', 'C-3'],
        reference: 'B-2',
        receivedOn: '2026-03-04',
        firstReceivedOn: '2026-01-02',
        status: 'accepted',
        recordedOn: '2026-11-24',
        school: 'Testford Academy',
        unjoined: [{ path: 'schools[0].name', words: 'Testford Academy' }],
      },
    ]);
  });

  it('says of a subject that the name is not known, and the handle that was noted since', async () => {
    const { lists, subject, keeps } = await openedLists();
    const id = await subject('Name not known');
    const { as, rows } = await lists.rows('subjects');
    expect(rows[0]).toMatchObject({ isUnnamed: true });
    expect(rows[0]).not.toHaveProperty('handle');
    const handle = { subjectId: id, asSeen: 'kestrel_77' };
    await keeps('onlineIdentifier', buildRecord('onlineIdentifier', handle));
    expect((await lists.rows('subjects', as)).rows).toMatchObject([{ handle: 'kestrel_77' }]);
  });

  it('shows the force area of every referral, the latest first, and none that nobody gave', async () => {
    const { lists, subject, referral } = await openedLists();
    const id = await subject('Ada Vael');
    await referral({ subjectId: id, receivedOn: day('2026-01-02'), forceArea: '03' });
    await referral({ subjectId: id, receivedOn: day('2026-03-04'), forceArea: '04' });
    await subject('Ivo Vael');
    const { rows } = await lists.rows('subjects');
    expect(rows.map(({ forceAreas }) => forceAreas)).toEqual([['04', '03'], undefined]);
    const referrals = (await lists.rows('referrals')).rows;
    expect(referrals.map(({ forceArea }) => forceArea)).toEqual(['03', '04']);
  });

  it('shows no word of a concern, named or not', async () => {
    const { lists, keeps } = await openedLists();
    await keeps(
      'safeguardingConcern',
      buildRecord('safeguardingConcern', { subjectId: undefined, what: 'A pupil\nis afraid.' }),
    );
    const { rows } = await lists.rows('concerns');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('afraid');
  });

  it('shows no earlier reference as that of a latest referral without one', async () => {
    const { lists, subject, referral } = await openedLists();
    const id = await subject('Ada Vael');
    await referral({ subjectId: id, reference: 'A-1', receivedOn: day('2026-01-02') });
    await referral({ subjectId: id, reference: undefined, receivedOn: day('2026-03-04') });
    const [row] = (await lists.rows('subjects')).rows;
    expect(row).toMatchObject({ references: ['A-1'], receivedOn: '2026-03-04' });
    expect(row).not.toHaveProperty('reference');
  });

  it('gives every date of birth of somebody who has several, so that no list shows one age', async () => {
    const { lists, keeps } = await openedLists();
    await keeps(
      'subject',
      buildSubject({
        name: 'Ada Vael',
        bornOn: '2013-03-14',
        alsoRecorded: [{ what: 'bornOn', date: day('2011-09-02'), notedOn: day('2026-11-02') }],
      }),
    );
    const { rows } = await lists.rows('subjects');
    expect(rows.map(({ births }) => births)).toEqual([['2013-03-14', '2011-09-02']]);
  });

  it('shows the day of the last contact of a subject, and of no contact that was corrected', async () => {
    const { lists, keeps, subject } = await openedLists();
    const [ada, ivo] = [await subject('Ada Vael'), await subject('Ivo Vael')];
    const contact = (subjectId: RecordId, heldOn: string, corrects?: RecordId) =>
      keeps('intervention', buildIntervention({ subjectId, heldOn: day(heldOn), corrects }));
    const lastOn = async () =>
      (await lists.rows('subjects')).rows.map(({ name, lastContactOn }) => [name, lastContactOn]);
    expect(await lastOn()).toEqual([
      ['Ada Vael', undefined],
      ['Ivo Vael', undefined],
    ]);
    await contact(ada, '2026-10-02');
    const wrong = await contact(ada, '2026-11-20');
    await contact(ada, '2026-10-01');
    expect(await lastOn()).toEqual([
      ['Ada Vael', '2026-11-20'],
      ['Ivo Vael', undefined],
    ]);
    await contact(ada, '2026-11-02', wrong);
    expect((await lastOn())[0]).toEqual(['Ada Vael', '2026-11-02']);
    await contact(ivo, '2026-11-21');
    expect(await lastOn()).toEqual([
      ['Ada Vael', '2026-11-02'],
      ['Ivo Vael', '2026-11-21'],
    ]);
  });

  it('shows a condition with whose it is and how far it has come, and not what it asks', async () => {
    const { lists, keeps, sets, subject } = await openedLists();
    const subjectId = await subject('Ada Vael');
    const given = { subjectId, givenOn: '2026-11-03', givenBy: 'DC 2218' };
    const orderId = await keeps('order', buildOrder(given));
    const words = 'Meet the mentor every week.';
    const id = await keeps('condition', buildCondition({ subjectId, orderId, words }));
    const row = async () => (await lists.rows('conditions')).rows[0];
    expect(await row()).toEqual({
      id,
      subjectId,
      orderId,
      name: 'Ada Vael',
      otherNames: [],
      orderKind: 'youth-conditional-caution',
      aim: 'rehabilitative',
      dueOn: '2027-02-12',
      state: 'waiting',
      untold: [],
    });
    const seen = { subjectId, conditionId: id, shows: 'not-kept' };
    const evidence = await keeps('conditionEvidence', buildConditionEvidence(seen));
    expect(await row()).toMatchObject({ state: 'not-kept', untold: [evidence] });
    const told = { toldOn: day('2026-11-19'), toldWhom: 'DC 2218' };
    await sets('conditionEvidence', evidence, told);
    expect(await row()).toMatchObject({ state: 'not-kept', untold: [] });
    await sets('condition', id, { certifiedOn: day('2026-11-20'), certifiedBy: 'DC 2218' });
    expect((await row())?.state).toBe('certified');
    await sets('order', orderId, { kind: 'diversion' });
    expect((await row())?.orderKind).toBe('diversion');
  });

  it('shows a referral with whose it is, and one whose subject is gone without a name', async () => {
    const { lists, store, subject, referral } = await openedLists();
    const id = await subject('Ada Vael');
    const own = await referral({ subjectId: id, reference: 'A-1' });
    expect((await lists.rows('referrals')).rows).toMatchObject([
      { id: own, subjectId: id, name: 'Ada Vael', references: ['A-1'], status: 'received' },
    ]);
    await store.dispose([id], 'retention');
    const [row] = (await lists.rows('referrals')).rows;
    expect(row).toMatchObject({ id: own, otherNames: [] });
    expect(row).not.toHaveProperty('name');
  });

  it('shows when a referral was recorded, also after it is changed', async () => {
    const { lists, store, sets, subject, referral } = await openedLists();
    const own = await referral({ subjectId: await subject('Ada Vael'), status: 'received' });
    await sets('referral', own, { status: 'accepted' });
    const held = await store.get('referral', own);
    expect(held?.updatedAt).not.toBe(held?.createdAt);
    expect((await lists.rows('referrals')).rows).toMatchObject([
      { id: own, status: 'accepted', createdAt: held?.createdAt },
    ]);
  });

  it('shows where an enquiry has got to, who asks and the first words, cut and marked as cut', async () => {
    const { lists, store, keeps } = await openedLists();
    const referrer = buildReferrer({ name: 'Ottilie Brandt', organisation: 'Testford Academy' });
    const asked = 'Would you take\na boy who sells cheats? '.repeat(9);
    const enquiry = buildEnquiry({ referrerId: referrer.id, asked });
    await keeps('enquiry', enquiry);
    await keeps('referrer', referrer);
    expect((await lists.rows('enquiries')).rows).toMatchObject([
      { state: 'open', asker: 'Testford Academy' },
    ]);
    await keeps('decision', decidedOn(enquiry.id, 'decline'));
    const { rows } = await lists.rows('enquiries');
    const held = await store.get('enquiry', enquiry.id);
    expect(rows).toMatchObject([{ id: enquiry.id, state: 'declined', createdAt: held?.createdAt }]);
    expect(rows[0]?.begins).toMatch(/^Would you take a boy who sells cheats\? .* …$/);
    expect(rows[0]?.begins.length).toBeLessThanOrEqual(82);
    await keeps('refusal', buildRefusal({ enquiryId: enquiry.id }));
    expect((await lists.rows('enquiries')).rows).toMatchObject([{ state: 'referred' }]);
  });

  it('shows whom a concern about nobody was told to, of no other, and no word of either', async () => {
    const { lists, keeps, subject } = await openedLists();
    const subjectId = await subject('Ada Vael');
    const what = 'He said he would not go home.';
    const told = ['supervisor', 'designated-lead'];
    const concern = (over: object) => buildRecord('safeguardingConcern', { what, told, ...over });
    const [nobody, untold, named] = [
      concern({ subjectId: undefined }),
      concern({ subjectId: undefined, told: ['nobody-yet'] }),
      concern({ subjectId }),
    ];
    for (const each of [nobody, untold, named]) await keeps('safeguardingConcern', each);
    const { rows } = await lists.rows('concerns');
    const toldOf = (id: RecordId) => rows.find((row) => row.id === id)?.told;
    expect(toldOf(nobody.id)).toEqual(told);
    expect(toldOf(untold.id)).toEqual([]);
    expect(toldOf(named.id)).toBeUndefined();
    expect(JSON.stringify(rows)).not.toContain('would not go home');
  });

  it('shows of a refusal codes and days, and whether the referral is still held', async () => {
    const { lists, store, keeps, subject, referral } = await openedLists();
    const referralId = await referral({ subjectId: await subject('Ada Vael') });
    const refusal = buildRefusal({ referralId });
    await keeps('refusal', refusal);
    const first = await lists.rows('refusals');
    expect(first.rows).toMatchObject([
      { id: refusal.id, refusedOn: refusal.refusedOn, isHeld: true },
    ]);
    await store.dispose([referralId], 'retention');
    expect((await lists.rows('refusals', first.as)).rows).toMatchObject([{ isHeld: false }]);
  });

  it('shows who was identified, and of advice and incidents no word of what was said', async () => {
    const { lists, keeps, subject } = await openedLists();
    const subjectId = await subject('Ada Vael', ['Countess']);
    await keeps('identification', buildRecord('identification', { subjectId }));
    expect((await lists.rows('identified')).rows).toMatchObject([
      { subjectId, name: 'Ada Vael', otherNames: ['Countess'] },
    ]);
    const [advice, incident] = [buildRecord('advice'), buildRecord('incident')];
    await keeps('advice', advice);
    await keeps('incident', incident);
    const rows = [(await lists.rows('advice')).rows, (await lists.rows('incidents')).rows];
    expect(rows).toMatchObject([
      [{ id: advice.id, givenOn: advice.givenOn, topic: advice.topic }],
      [{ id: incident.id, happenedOn: incident.happenedOn, place: incident.place }],
    ]);
    for (const words of [advice.asked, advice.advice, incident.what])
      expect(JSON.stringify(rows)).not.toContain(words);
  });
});

describe('asking again', () => {
  it('gives only what changed, and what is gone', async () => {
    const { lists, sets, subject } = await openedLists();
    const [ada, ivo, una] = [
      await subject('Ada Vael'),
      await subject('Ivo Vael'),
      await subject('Una Vael'),
    ];
    const first = await lists.rows('subjects');
    expect(first.isWhole).toBe(true);
    await sets('subject', ada, { name: 'Ada Quill' });
    await sets('subject', ivo, {}, true);
    const next = await lists.rows('subjects', first.as);
    expect(next).toMatchObject({
      isWhole: false,
      gone: [ivo],
      rows: [{ id: ada, name: 'Ada Quill' }],
    });
    expect((await lists.rows('subjects', next.as)).rows).toEqual([]);
    expect((await lists.rows('subjects')).rows.map(({ id }) => id)).toEqual([ada, una]);
  });

  it('gives a row nobody sees a difference in only once', async () => {
    const { lists, sets, subject } = await openedLists();
    const ada = await subject('Ada Vael');
    const { as } = await lists.rows('subjects');
    await sets('subject', ada, { phones: ['07700 900123'] });
    expect((await lists.rows('subjects', as)).rows).toEqual([]);
  });

  it('gives all rows to whoever saw another run', async () => {
    const { lists, store, subject } = await openedLists();
    await subject('Ada Vael');
    const { as } = await lists.rows('subjects');
    const after = listRows(store, { run: 'two' });
    expect(await after.rows('subjects', as)).toMatchObject({ isWhole: true, rows: [{}] });
  });
});
