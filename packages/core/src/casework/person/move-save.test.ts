/** A save on the wrong person goes to the right one, with everything that it gave and nothing else. */
import { describe, expect, it } from 'vitest';
import { civilDay, type PlainDate } from '../../shared/index.js';
import { undoSave } from '../../store/index.js';
import { caseUnderTest, TOLD } from '../../testing/case-under-test.js';
import { buildDecision, buildIntervention, newRecord } from '../../testing/fiction/builder.js';
import { foundIn, passedValue, stateOf } from '../../testing/filed-under-test.js';
import { codes, OF_ELDER, WRONG, wrongSaveDesk, YOUNGER } from '../../testing/wrong-save.js';
import { dropAlsoRecorded } from './also-recorded.js';
import { moveSave } from './move-save.js';

describe('a save of somebody else', () => {
  it.each([
    [{ 'subject.name': ['Ines Marlow'] }, { names: ['Ines Marlow'], born: [] }],
    [
      { 'subject.name': ['Tobias Wren'], 'subject.bornOn': ['5 May 2010'] },
      { names: [], born: ['2010-05-05'] },
    ],
  ])('is moved only once the officer has said who is meant: %j', async (fields, doubt) => {
    const { store, host, files, moves, elder, younger } = await wrongSaveDesk();
    const saved = await files({ ...fields, 'referral.receivedOn': ['24/11/2026'] });
    expect(codes(await moves(saved, elder))).toEqual(['person-in-doubt']);
    const of = { seq: saved.seq, from: saved.subject, to: elder };
    expect(codes(await moveSave(store, { ...of, meant: younger }, host))).toEqual([
      'person-in-doubt',
    ]);
    expect(passedValue(await moveSave(store, { ...of, meant: elder }, host)).doubt).toEqual(doubt);
  });

  it('is moved unasked to somebody of a longer name whose date of birth is not known', async () => {
    const { files, moves } = await wrongSaveDesk();
    const { subject } = await files({ 'subject.name': ['Tobias James Wren'] });
    const saved = await files({
      'subject.name': ['Tobias Wren'],
      'subject.bornOn': ['5 May 2010'],
      'referral.receivedOn': ['24/11/2026'],
    });
    expect(passedValue(await moves(saved, subject)).doubt).toBeUndefined();
  });
});

describe('a save on the wrong person of the same name', () => {
  it('takes the referral, the number, the date of birth and the people with it, in one commit', async () => {
    const { store, files, moves, younger, elder, subjectOf } = await wrongSaveDesk();
    const before = stateOf(await subjectOf(younger));
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    const moved = passedValue(await moves(saved, elder));
    await store.commit(moved.commit);

    const left = await subjectOf(younger);
    expect(stateOf(left)).toEqual(before);
    expect(await store.query('relatedPerson', { subjectId: younger })).toEqual([]);
    expect(await store.query('onlineIdentifier', { subjectId: younger })).toEqual([]);

    const right = await subjectOf(elder);
    expect(right.value).toMatchObject({ bornOn: '2011-09-02', phones: ['+447700900777'] });
    expect(right.value.alsoRecorded).toBeUndefined();
    expect(right.value.addresses).toMatchObject([{ lines: '4 Mill Lane, Sedgeford' }]);
    expect(right.sources['phones[0]']).toMatchObject([{ verbatim: '07700 900777' }]);
    expect((await store.get('referral', saved.referral))?.value.subjectId).toBe(elder);
    const people = await store.query('relatedPerson', { subjectId: elder });
    expect(people.map(({ value: { name } }) => name)).toContain('Hanna Wren');
    expect(moved.leaves.map(({ field }) => field).toSorted()).toEqual([
      'addresses',
      'bornOn',
      'phones',
    ]);
    expect(moved.stays).toEqual([]);
    expect(moved.isWithdrawn).toBe(false);
  });

  it('leaves a number that the person had before, and gives it to the other too', async () => {
    const { store, files, moves, younger, elder, subjectOf } = await wrongSaveDesk();
    const before = stateOf(await subjectOf(younger));
    const both = { ...OF_ELDER, 'subject.phones[]': ['07700 900123', '07700 900777'] };
    const saved = await files(both, { addTo: younger, ...WRONG });
    await store.commit(passedValue(await moves(saved, elder)).commit);
    expect(stateOf(await subjectOf(younger))).toEqual(before);
    expect((await subjectOf(elder)).value.phones).toEqual(['+447700900123', '+447700900777']);
  });

  it('gives a school that the person had before with the day of the page, and names it', async () => {
    const { host, store, files, moves, younger, elder, subjectOf } = await wrongSaveDesk();
    const school = { 'subject.school': ['Testford Academy'] };
    await files({ ...YOUNGER, ...school }, { addTo: younger });
    const [own] = (await subjectOf(younger)).value.schools;
    host.passDays(90);
    const saved = await files({ ...OF_ELDER, ...school }, { addTo: younger, ...WRONG });
    const readOn = civilDay(host.clock.now());
    expect(readOn).not.toBe(own?.notedOn);
    host.passDays(2);
    const moved = passedValue(await moves(saved, elder));
    await store.commit(moved.commit);
    const given = { name: 'Testford Academy', notedOn: readOn };
    expect((await subjectOf(elder)).value.schools).toEqual([given]);
    expect((await subjectOf(younger)).value.schools).toEqual([own]);
    expect(moved.shared).toEqual([{ field: 'schools', value: { name: 'Testford Academy' } }]);
  });

  it('gives no postcode that only an earlier page of the person said', async () => {
    const { store, files, moves, younger, elder, subjectOf } = await wrongSaveDesk();
    const postcode = { 'subject.postcode': ['ZZ99 3VZ'] };
    const lines = { 'subject.address': ['4 Mill Lane, Sedgeford'] };
    await files({ ...YOUNGER, ...lines, ...postcode }, { addTo: younger });
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    await store.commit(passedValue(await moves(saved, elder)).commit);
    const [given] = (await subjectOf(elder)).value.addresses;
    expect([given?.lines, given?.postcode]).toEqual(['4 Mill Lane, Sedgeford', undefined]);
    expect((await subjectOf(younger)).value.addresses[0]?.postcode).toBe('ZZ99 3VZ');
  });

  it('gives back a date of birth that it had replaced', async () => {
    const { store, files, moves, younger, elder, subjectOf } = await wrongSaveDesk();
    const before = stateOf(await subjectOf(younger));
    const saved = await files(OF_ELDER, { addTo: younger, replace: ['subject.bornOn'] });
    expect((await subjectOf(younger)).value.bornOn).toBe('2011-09-02');
    await store.commit(passedValue(await moves(saved, elder)).commit);
    expect(stateOf(await subjectOf(younger))).toEqual(before);
    const { bornOn, alsoRecorded } = (await subjectOf(elder)).value;
    expect([bornOn, alsoRecorded]).toEqual(['2011-09-02', undefined]);
  });

  it('records next to a date of birth of the right person one that differs, and replaces nothing', async () => {
    const { store, host, files, younger, elder, subjectOf } = await wrongSaveDesk();
    const saved = await files(
      { ...OF_ELDER, 'subject.bornOn': ['03/09/2011'] },
      { addTo: younger, ...WRONG },
    );
    const of = { seq: saved.seq, from: younger, to: elder, meant: elder };
    await store.commit(passedValue(await moveSave(store, of, host)).commit);
    expect((await subjectOf(elder)).value).toMatchObject({
      bornOn: '2011-09-02',
      alsoRecorded: [{ what: 'bornOn', date: '2011-09-03' }],
    });
  });

  it('leaves what a later save confirmed, and names it', async () => {
    const { store, files, moves, younger, elder, subjectOf } = await wrongSaveDesk();
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    await files({ ...YOUNGER, 'subject.phones[]': ['07700 900777'] }, { addTo: younger });
    const moved = passedValue(await moves(saved, elder));
    await store.commit(moved.commit);
    expect(moved.stays).toEqual([{ field: 'phones', value: '+447700900777' }]);
    const { value: left, sources } = await subjectOf(younger);
    expect(left.phones).toEqual(['+447700900123', '+447700900777']);
    expect(sources['phones[1]']).toHaveLength(1);
    expect((await subjectOf(elder)).value.phones).toEqual(['+447700900777']);
  });

  it('does not bring back a date of birth that an officer removed since, nor give it to the other', async () => {
    const { store, files, moves, younger, elder, subjectOf } = await wrongSaveDesk();
    const saved = await files(
      { ...OF_ELDER, 'subject.bornOn': ['05/09/2011'] },
      { addTo: younger, ...WRONG },
    );
    const { context } = await caseUnderTest();
    const held = await subjectOf(younger);
    const entry = foundIn(held.value.alsoRecorded?.[0]);
    const drop = dropAlsoRecorded(
      { entry, why: 'Typed wrong', ...TOLD },
      { ...context, subject: held },
    );
    await store.commit(passedValue(drop).commit);
    const moved = passedValue(await moves(saved, elder));
    const before = await subjectOf(younger);
    const { seq } = await store.commit(moved.commit);
    const left = await subjectOf(younger);
    expect([left.value.alsoRecorded, left.value.phones]).toEqual([[], ['+447700900123']]);
    expect((await subjectOf(elder)).value.alsoRecorded).toBeUndefined();
    await store.commit(passedValue(await undoSave(store, seq)));
    expect(stateOf(await subjectOf(younger))).toEqual(stateOf(before));
  });

  it('leaves what an officer has ended since, and names it', async () => {
    const { store, files, moves, younger, elder, subjectOf } = await wrongSaveDesk();
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    const { heads } = await subjectOf(younger);
    const ended = [
      {
        what: 'phones' as const,
        value: '+447700900777' as never,
        until: '2026-11-24' as PlainDate,
      },
    ];
    await store.commit({
      changes: [{ kind: 'subject', record: younger, parents: heads, set: { ended } }],
      reason: 'correction',
    });
    const moved = passedValue(await moves(saved, elder));
    expect(moved.stays).toEqual([{ field: 'phones', value: '+447700900777' }]);
    await store.commit(moved.commit);
    expect((await subjectOf(younger)).value.phones).toContain('+447700900777');
  });

  it('sets back the day on which a name online was last seen, and gives the name to the other', async () => {
    const { host, store, files, moves, caseOf, younger, elder } = await wrongSaveDesk();
    const handle = { 'subject.onlineIdentifiers[].asSeen': ['wren_of_2011'] };
    await files({ ...YOUNGER, ...handle }, { addTo: younger });
    const before = await caseOf(younger);
    host.passDays(3);
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    await store.commit(passedValue(await moves(saved, elder)).commit);
    expect(await caseOf(younger)).toEqual(before);
    expect(await store.query('onlineIdentifier', { subjectId: elder })).toMatchObject([
      { value: { asSeen: 'wren_of_2011' } },
    ]);
  });
});

describe('a move on whose referral somebody decided since', () => {
  it('is not undone, for the decision that is named, and goes back with it', async () => {
    const { host, store, files, moves, decides, younger, elder, subjectOf } = await wrongSaveDesk();
    const [ofYounger, ofElder] = [await subjectOf(younger), await subjectOf(elder)];
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    const { seq } = await store.commit(passedValue(await moves(saved, elder)).commit);
    const decided = await decides(saved.referral, 'accept');

    const undone = await undoSave(store, seq);
    expect(undone.issues.map(({ at }) => at)).toContain(`decision/${decided.id}`);

    const back = passedValue(
      await moveSave(store, { seq, from: elder, to: younger, meant: younger }, host),
    );
    expect(back.taken.map(({ id }) => id)).toEqual([decided.id]);
    await store.commit(back.commit);
    expect((await store.get('referral', saved.referral))?.value.subjectId).toBe(younger);
    expect((await store.get('decision', decided.id))?.value.subjectId).toBe(younger);
    expect(stateOf(await subjectOf(elder))).toEqual(stateOf(ofElder));
    const { phones, bornOn } = (await subjectOf(younger)).value;
    expect(phones).toEqual(['+447700900123', '+447700900777']);
    expect(bornOn).toBe(ofYounger.value.bornOn);
  });
});

describe('a save that made the person', () => {
  it('goes as a whole, and the record that says nothing more goes with it', async () => {
    const { store, files, moves, elder } = await wrongSaveDesk();
    const saved = await files(OF_ELDER);
    const moved = passedValue(await moves(saved, elder));
    await store.commit(moved.commit);
    expect(moved.isWithdrawn).toBe(true);
    expect(await store.get('subject', saved.subject)).toBeUndefined();
    expect((await store.get('subject', elder))?.value.phones).toEqual(['+447700900777']);
    expect((await store.get('referral', saved.referral))?.value.subjectId).toBe(elder);
  });

  it('is not moved once something else is recorded about the person', async () => {
    const { store, files, moves, elder } = await wrongSaveDesk();
    const saved = await files(OF_ELDER);
    const contact = buildIntervention({ subjectId: saved.subject });
    await store.commit({ changes: [newRecord('intervention', contact)], reason: 'case-work' });
    const refused = await moves(saved, elder);
    expect(codes(refused)).toEqual(['move-in-use']);
    expect(refused.issues[0]?.message).toMatch(/^Intervention: it was added to Tobias Wren later/);
  });

  it('is not moved once their record was changed, but is once that change is undone', async () => {
    const { store, files, moves, elder, subjectOf } = await wrongSaveDesk();
    const saved = await files(OF_ELDER);
    const { heads } = await subjectOf(saved.subject);
    const { seq } = await store.commit({
      changes: [
        { kind: 'subject', record: saved.subject, parents: heads, set: { name: 'T. Wren' } },
      ],
      reason: 'correction',
    });
    expect(codes(await moves(saved, elder))).toEqual(['move-changed-since']);
    await store.commit(passedValue(await undoSave(store, seq)));
    expect(codes(await moves(saved, elder))).toEqual([]);
  });
});

describe('a move', () => {
  it('is undone as one, and then the save itself can be undone', async () => {
    const { store, files, moves, caseOf, younger, elder } = await wrongSaveDesk();
    const untouched = await Promise.all([younger, elder].map((id) => caseOf(id)));
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    const before = await Promise.all([younger, elder].map((id) => caseOf(id)));
    const { seq } = await store.commit(passedValue(await moves(saved, elder)).commit);
    expect(codes(await undoSave(store, saved.seq))).toContain('undo-changed-since');
    await store.commit(passedValue(await undoSave(store, seq)));
    expect(await Promise.all([younger, elder].map((id) => caseOf(id)))).toEqual(before);
    await store.commit(passedValue(await undoSave(store, saved.seq)));
    expect(await Promise.all([younger, elder].map((id) => caseOf(id)))).toEqual(untouched);
  });

  it('never takes along a referral that the person had before', async () => {
    const { files, moves, store, younger, elder } = await wrongSaveDesk();
    const [own] = await store.query('referral', { subjectId: younger });
    const saved = await files(
      { ...OF_ELDER, 'referral.receivedOn': ['19/11/2026'] },
      {
        addTo: younger,
        ...WRONG,
        into: foundIn(own).id,
      },
    );
    expect(codes(await moves(saved, elder))).toEqual(['move-added-to']);
  });

  it('is not undone over a decision made since, which would part from its referral', async () => {
    const { store, files, moves, younger, elder } = await wrongSaveDesk();
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    const { seq } = await store.commit(passedValue(await moves(saved, elder)).commit);
    const decision = buildDecision({ subjectId: elder, referralId: saved.referral });
    const decided = await store.commit({
      changes: [newRecord('decision', decision)],
      reason: 'case-work',
    });
    expect(codes(await undoSave(store, seq))).toEqual(['undo-in-use']);
    await store.commit(passedValue(await undoSave(store, decided.seq)));
    await store.commit(passedValue(await undoSave(store, seq)));
    expect((await store.get('referral', saved.referral))?.value.subjectId).toBe(younger);
  });

  it('to the same person, or of a save that is gone, is refused', async () => {
    const { files, moves, younger, elder } = await wrongSaveDesk();
    const saved = await files(OF_ELDER, { addTo: younger, ...WRONG });
    expect(codes(await moves(saved, younger))).toEqual(['nothing-moves']);
    expect(codes(await moves({ ...saved, seq: 99 }, elder))).toEqual(['move-gone']);
  });
});
