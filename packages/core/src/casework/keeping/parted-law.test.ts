/** Records that belong together are on one person's record, whoever asks. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordId } from '../../shared/primitives.js';
import { createMemoryStore, type RecordStore } from '../../store/index.js';
import type { Change } from '../../store/log/revision.js';
import {
  buildDecision,
  buildIntervention,
  buildReferral,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { moveToSubject } from '../person/move-to-subject.js';
import { keepingLaw } from './keeping-law.js';

const ADA = buildSubject({ name: 'Ada Vael' });
const IVO = buildSubject({ name: 'Ivo Vael' });
const CONTACT = buildIntervention({ subjectId: ADA.id });
const CORRECTION = buildIntervention({ subjectId: ADA.id, corrects: CONTACT.id, minutes: 20 });
const refused = (code: string) => ({ cause: [expect.objectContaining({ code })] });

async function opened() {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const officer = {
    id: testSigner().officer,
    regime: 'part3',
    policyReference: 'APD-7',
    practice: true,
  } as const;
  const gate = keepingLaw({ host, lists: gatherCodeLists(), officer: () => officer });
  const store = await createMemoryStore({ host, signer: testSigner(), gate });
  const keep = (...changes: readonly Change[]) => store.commit({ changes, reason: 'correction' });
  await keep(
    newRecord('subject', ADA),
    newRecord('subject', IVO),
    newRecord('intervention', CONTACT),
  );
  const moves = async () => {
    const [records, to] = [await store.query('intervention'), await store.get('subject', IVO.id)];
    const moved = to && moveToSubject({ records, to });
    if (!moved?.ok) throw new Error('not moved');
    await store.commit(moved.value);
  };
  return { store, keep, moves };
}

describe('a contact that corrects another', () => {
  it('is refused on the record that the corrected one has left, and nothing is kept', async () => {
    const { store, keep, moves } = await opened();
    await moves();
    await expect(keep(newRecord('intervention', CORRECTION))).rejects.toMatchObject(
      refused('names-anothers'),
    );
    expect(await store.query('intervention')).toHaveLength(1);
    await keep(newRecord('intervention', { ...CORRECTION, subjectId: IVO.id }));
  });

  it('is kept on the record of the corrected one, and moves along with it', async () => {
    const { store, keep, moves } = await opened();
    await keep(newRecord('intervention', CORRECTION));
    await moves();
    expect(await store.query('intervention', { subjectId: IVO.id })).toHaveLength(2);
  });
});

describe('a contact that was corrected', () => {
  const moved = async (store: RecordStore, id: RecordId, subjectId: RecordId): Promise<Change> => {
    const parents = (await store.get('intervention', id))?.heads ?? [];
    return { kind: 'intervention', record: id, parents, set: { subjectId } };
  };

  it('is not moved without its correction, nor the correction without it', async () => {
    const { store, keep } = await opened();
    await keep(newRecord('intervention', CORRECTION));
    await expect(keep(await moved(store, CONTACT.id, IVO.id))).rejects.toMatchObject(
      refused('would-be-parted'),
    );
    await expect(keep(await moved(store, CORRECTION.id, IVO.id))).rejects.toMatchObject(
      refused('names-anothers'),
    );
    await keep(await moved(store, CONTACT.id, IVO.id), await moved(store, CORRECTION.id, IVO.id));
    expect(await store.query('intervention', { subjectId: IVO.id })).toHaveLength(2);
  });
});

describe('a decision', () => {
  it('is on the record that its referral is on, also where it decides nothing yet', async () => {
    const { store, keep } = await opened();
    const referral = buildReferral({
      subjectId: IVO.id,
      referrerId: undefined,
      status: 'received',
    });
    await keep(newRecord('referral', referral));
    const decision = buildDecision({
      subjectId: ADA.id,
      referralId: referral.id,
      outcome: 'more-information',
      decidedOn: '2026-11-24',
    });
    await expect(keep(newRecord('decision', decision))).rejects.toMatchObject(
      refused('names-anothers'),
    );
    await keep(newRecord('decision', { ...decision, subjectId: IVO.id }));
    expect(await store.query('decision')).toHaveLength(1);
  });
});
