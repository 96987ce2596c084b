/** The law of days, asked past every act and screen. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordKind } from '../../record/kind.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import { createMemoryStore, undoSave } from '../../store/index.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change, Commit } from '../../store/log/revision.js';
import {
  buildRecord,
  buildSubject,
  newRecord,
  type Overrides,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { moveAttachment } from './attachment/move-attachment.js';
import { withdrawAttachment } from './attachment/withdraw-attachment.js';
import { keepingLaw } from './keeping-law.js';

const lists = gatherCodeLists();
const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2012-05-02' });

async function under() {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const officer = { regime: 'part3', practice: false } as const;
  const gate = keepingLaw({ host, lists, officer: () => officer });
  const signer = testSigner();
  const store = await createMemoryStore({ host, signer, gate });
  const saves = (...changes: readonly Change[]) => store.commit({ changes, reason: 'case-work' });
  await saves(newRecord('subject', ADA));
  /** Changes one record as it is held. */
  const changes = async (kind: RecordKind, id: RecordId, set: object, more: Partial<Commit> = {}) =>
    store.commit({
      changes: [
        { kind, record: id, parents: (await store.get(kind, id))?.heads ?? [], set } as Change,
      ],
      reason: 'correction',
      ...more,
    });
  return { host, store, saves, changes };
}
const of = <K extends RecordKind>(kind: K, over: Overrides<K>): Change =>
  newRecord(kind, buildRecord(kind, { subjectId: ADA.id, ...over } as Overrides<K>));
const refused = (code: string, at: string) => ({
  cause: expect.arrayContaining([expect.objectContaining({ code, at })]),
});

describe('a day that is set absurdly far ahead', () => {
  it.each<readonly [RecordKind, string, Overrides<RecordKind>]>([
    ['plan', 'reviewDueOn', { madeOn: '2026-11-24' }],
    ['hold', 'reviewDueOn', {}],
    ['intervention', 'followUpDueOn', { heldOn: '2026-11-24' }],
    ['session', 'arrangedFor', {}],
    ['objective', 'targetOn', {}],
    ['agencyContact', 'nextOn', {}],
    ['safeguardingConcern', 'reviewOn', {}],
  ] as never)('is refused in %s (%s)', async (kind, at, over) => {
    const { store, saves } = await under();
    const far = of(kind, { ...over, [at]: '3027-01-08' } as never);
    await expect(saves(far)).rejects.toMatchObject(refused('due-too-far', at));
    expect(await store.query(kind)).toEqual([]);
  });

  it('does not keep a record that has one from being ended', async () => {
    const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
    const officer = { regime: 'part3', practice: false } as const;
    let isLaw = false;
    const law = keepingLaw({ host, lists, officer: () => officer });
    const store = await createMemoryStore({
      host,
      signer: testSigner(),
      gate: { ...law, save: (...asked) => (isLaw ? law.save(...asked) : []) },
    });
    const plan = of('plan', { madeOn: '2026-11-20', reviewDueOn: '3027-01-08' } as never);
    await store.commit({ changes: [newRecord('subject', ADA), plan], reason: 'case-work' });
    isLaw = true;
    const held = await store.get('plan', plan.record);
    await store.commit({
      changes: [
        {
          kind: 'plan',
          record: plan.record,
          parents: held?.heads ?? [],
          set: { ended: 'completed', endedOn: '2026-11-24' as PlainDate } as never,
        },
      ],
      reason: 'case-work',
    });
    expect((await store.get('plan', plan.record))?.value.endedOn).toBe('2026-11-24');
  });
});

describe('a day before the person was born', () => {
  it.each<readonly [RecordKind, string, object]>([
    ['intervention', 'heldOn', { heldOn: '2012-05-01' }],
    ['referral', 'receivedOn', { receivedOn: '2012-05-01' }],
    ['ceaseAndDesist', 'servedOn', { servedOn: '2012-05-01' }],
    ['stopCard', 'saidAt', { saidAt: '2012-05-01T12:00:00.000Z' }],
    ['plan', 'madeOn', { madeOn: '2012-05-01', reviewDueOn: '2012-06-01' }],
    ['assessment', 'assessedOn', { assessedOn: '2012-05-01' }],
    ['telling', 'on', { on: '2012-05-01' }],
    ['identification', 'identifiedOn', { identifiedOn: '2012-05-01' }],
  ])('is refused in %s (%s)', async (kind, at, over) => {
    const { store, saves } = await under();
    const early = of(kind, over as never);
    await expect(saves(early)).rejects.toMatchObject(refused('date-before-birth', at));
    expect(await store.query(kind)).toEqual([]);
  });

  it('is taken on the day of birth itself, and before it while an earlier date is on record', async () => {
    const { store, saves } = await under();
    await saves(of('intervention', { heldOn: '2012-05-02' }));
    const held = await store.get('subject', ADA.id);
    const other = { what: 'bornOn', date: '2010-01-09', notedOn: '2026-11-24' };
    await saves({
      kind: 'subject',
      record: ADA.id,
      parents: held?.heads ?? [],
      set: { alsoRecorded: [other] } as never,
    });
    await saves(of('intervention', { heldOn: '2012-05-01' }));
    expect(await store.query('intervention')).toHaveLength(2);
  });

  it('is judged by the date of birth that the same save records', async () => {
    const { saves } = await under();
    const born = buildSubject({ name: 'Ivo Quill', bornOn: '2014-03-01' });
    const early = newRecord(
      'referral',
      buildRecord('referral', { subjectId: born.id, receivedOn: '2014-02-28' }),
    );
    await expect(saves(newRecord('subject', born), early)).rejects.toMatchObject(
      refused('date-before-birth', 'receivedOn'),
    );
  });

  it('never keeps a safeguarding concern from being recorded', async () => {
    const { store, saves } = await under();
    const late = { told: ['childrens-services'], toldAt: '2012-05-01T12:00:00.000Z' };
    await saves(of('safeguardingConcern', late as never));
    expect(await store.query('safeguardingConcern')).toHaveLength(1);
  });
});

describe('a record that is withdrawn', () => {
  it('comes back by undoing, though its person is now known to be born later, and with all else of it unchanged', async () => {
    const { host, store, saves, changes } = await under();
    await changes('subject', ADA.id, { bornOn: null });
    const letter = of('attachment', { madeOn: '2008-03-01', receivedOn: '2026-11-20' });
    await saves(letter);
    await changes('subject', ADA.id, { bornOn: '2012-05-02' });
    const held = await store.get('attachment', letter.record);
    if (!held) throw new Error('Not held');
    const withdrawal = withdrawAttachment(held, 'wrong-file', { host, lists });
    if (!withdrawal.ok) throw new Error('Not withdrawn');
    const { seq } = await store.commit(withdrawal.value.commit);
    const undo = await undoSave(store, seq);
    if (!undo.ok) throw new Error('Not undone');
    const [back] = undo.value.changes;
    const other = { ...back, set: { ...back?.set, madeOn: '2008-03-02' } } as Change;
    await expect(store.commit({ changes: [other], reason: 'undo' })).rejects.toMatchObject(
      refused('date-before-birth', 'madeOn'),
    );
    await store.commit(undo.value);
    expect((await store.get('attachment', letter.record))?.value).toEqual(held.value);
  });

  it('comes back by undoing, though the rules of today would let nobody set its days', async () => {
    const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
    const officer = { regime: 'part3', practice: false } as const;
    const law = keepingLaw({ host, lists, officer: () => officer });
    let isLaw = false;
    const store = await createMemoryStore({
      host,
      signer: testSigner(),
      gate: { ...law, save: (...asked) => (isLaw ? law.save(...asked) : []) },
    });
    const plan = of('plan', { madeOn: '2026-11-20', reviewDueOn: '3027-01-08' });
    await store.commit({ changes: [newRecord('subject', ADA)], reason: 'case-work' });
    const { seq } = await store.commit({ changes: [plan], reason: 'case-work' });
    isLaw = true;
    for (const at of [seq, seq + 1]) {
      const undo = await undoSave(store, at);
      if (!undo.ok) throw new Error('Not undone');
      await store.commit(undo.value);
    }
    expect((await store.get('plan', plan.record))?.value.reviewDueOn).toBe('3027-01-08');
  });
});

describe('a record that is moved to somebody who was not born then', () => {
  const IVO = buildSubject({ name: 'Ivo Quill', bornOn: '2005-03-01' });
  const ofIvo = (kind: RecordKind, over: object): Change =>
    of(kind, { subjectId: IVO.id, ...over } as never);

  it.each<readonly [RecordKind, string, object]>([
    ['intervention', 'heldOn', { heldOn: '2010-05-01' }],
    ['identification', 'identifiedOn', { identifiedOn: '2010-05-01' }],
    ['telling', 'on', { on: '2010-05-01' }],
  ])(
    'is refused in %s (%s), and moved once the date of birth is put right',
    async (kind, at, over) => {
      const { store, saves, changes } = await under();
      const theirs = ofIvo(kind, over);
      await saves(newRecord('subject', IVO), theirs);
      await expect(changes(kind, theirs.record, { subjectId: ADA.id })).rejects.toMatchObject(
        refused('date-before-birth', at),
      );
      await changes('subject', ADA.id, { bornOn: '2010-05-01' });
      await changes(kind, theirs.record, { subjectId: ADA.id });
      expect((await store.get(kind, theirs.record))?.value).toMatchObject({ subjectId: ADA.id });
    },
  );

  it('is given back by undoing, whenever they were born', async () => {
    const { store, saves, changes } = await under();
    const early = of('intervention', { heldOn: '2012-05-02' });
    await saves(newRecord('subject', IVO), early);
    const { seq } = await changes('intervention', early.record, { subjectId: IVO.id });
    await changes('subject', ADA.id, { bornOn: '2012-06-01' });
    const undo = await undoSave(store, seq);
    if (!undo.ok) throw new Error('Not undone');
    await expect(store.commit({ ...undo.value, reason: 'correction' })).rejects.toMatchObject(
      refused('date-before-birth', 'heldOn'),
    );
    await store.commit(undo.value);
    expect((await store.get('intervention', early.record))?.value.subjectId).toBe(ADA.id);
  });

  it('never keeps a safeguarding concern from going to the right person', async () => {
    const { store, saves, changes } = await under();
    const concern = ofIvo('safeguardingConcern', {
      told: ['childrens-services'],
      toldAt: '2010-05-01T12:00:00.000Z',
    });
    await saves(newRecord('subject', IVO), concern);
    await changes('safeguardingConcern', concern.record, { subjectId: ADA.id });
    expect(await store.query('safeguardingConcern', { subjectId: ADA.id })).toHaveLength(1);
  });

  it('is refused by the move of a file, which names the day and the date of birth', async () => {
    const { host, store, saves, changes } = await under();
    const days = { madeOn: '2009-03-02', receivedOn: '2009-03-04' };
    const photo = ofIvo('attachment', days);
    await saves(newRecord('subject', IVO), photo);
    const file = await store.get('attachment', photo.record);
    const moved = async () =>
      moveAttachment(file as StoredRecord<'attachment'>, 'wrong-choice', {
        host,
        lists,
        to: await store.get('subject', ADA.id),
        records: [],
      });
    expect((await moved()).issues).toEqual([
      {
        code: 'date-before-birth',
        severity: 'error',
        at: 'subjectId',
        message:
          'The date it was signed, taken or written, 2 March 2009, is before the date of birth of that person, 2 May 2012. Choose somebody else, or correct the date that is wrong first.',
      },
    ]);
    const set = { subjectId: ADA.id, movedFrom: IVO.id, movedWhy: 'wrong-choice' };
    const entry = { action: 'combination', records: [ADA.id, photo.record], fields: [] } as const;
    const audit = [{ ...entry, reason: 'correction' }];
    await expect(changes('attachment', photo.record, set, { audit })).rejects.toMatchObject(
      refused('date-before-birth', 'madeOn'),
    );
    await changes('subject', ADA.id, { bornOn: '2009-03-02' });
    const made = await moved();
    if (!made.ok) throw new Error('Not moved');
    await store.commit(made.value.commit);
    expect(await store.query('attachment', { subjectId: ADA.id })).toHaveLength(1);
  });
});
