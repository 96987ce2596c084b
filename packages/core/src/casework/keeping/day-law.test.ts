/** The law of days, asked past every act and screen. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordKind } from '../../record/kind.js';
import type { PlainDate } from '../../shared/primitives.js';
import { createMemoryStore } from '../../store/index.js';
import type { Change } from '../../store/log/revision.js';
import {
  buildRecord,
  buildSubject,
  newRecord,
  type Overrides,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
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
  return { store, saves };
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
