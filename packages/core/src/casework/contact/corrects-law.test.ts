/** A contact is corrected on its own record alone, whoever asks. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { createMemoryStore } from '../../store/index.js';
import type { Change } from '../../store/log/revision.js';
import { buildIntervention, buildSubject, newRecord } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { keepingLaw } from '../keeping/keeping-law.js';
import { moveToSubject } from '../person/move-to-subject.js';

const ADA = buildSubject({ name: 'Ada Vael' });
const IVO = buildSubject({ name: 'Ivo Vael' });
const CONTACT = buildIntervention({ subjectId: ADA.id });
const CORRECTION = buildIntervention({ subjectId: ADA.id, corrects: CONTACT.id, minutes: 20 });
const ANOTHERS = { cause: [expect.objectContaining({ code: 'corrects-anothers' })] };

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
    await expect(keep(newRecord('intervention', CORRECTION))).rejects.toMatchObject(ANOTHERS);
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
