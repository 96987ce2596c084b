/** The records that a keeper gives no officer who knows the person, in a real store. */
import { expect, it } from 'vitest';
import { createMemoryStore } from '../../store/index.js';
import {
  buildColleagueRequest,
  buildIntervention,
  buildReferral,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { closedRecords } from './closed-records.js';

async function desk() {
  const signer = testSigner();
  const store = await createMemoryStore({ host: testHost(), signer });
  const [ada, ivo] = [buildSubject({ name: 'Ada Vael' }), buildSubject({ name: 'Ivo Vael' })];
  const capture = buildSourceCapture();
  const referral = buildReferral({ subjectId: ada.id });
  const other = buildIntervention({ subjectId: ivo.id });
  await store.commit({
    changes: [
      newRecord('sourceCapture', capture),
      { ...newRecord('subject', ada), sources: { name: [buildSource({ capture: capture.id })] } },
      newRecord('subject', ivo),
      newRecord('referral', referral),
      newRecord('intervention', other),
    ],
    reason: 'referral',
  });
  const closed = closedRecords(store, signer.officer);
  const declare = async (subjectId: typeof ada.id) => {
    const request = buildColleagueRequest({
      subjectId,
      kind: 'known-person',
      from: signer.officer,
      to: signer.officer,
    });
    await store.commit({ changes: [newRecord('colleagueRequest', request)], reason: 'case-work' });
    return request;
  };
  return { store, closed, ada, ivo, capture, referral, other, declare };
}

it('closes nothing until the officer says that they know somebody', async () => {
  const { closed, ada } = await desk();
  expect((await closed.ids()).size).toBe(0);
  await closed.refuse([ada.id]);
});

it('closes the person, what is about them and the pages they were read from, and nobody else', async () => {
  const { closed, store, ada, ivo, capture, referral, other, declare } = await desk();
  const before = await closed.version();
  const request = await declare(ada.id);
  expect(await closed.version()).not.toBe(before);
  expect([...(await closed.ids())].sort()).toEqual([ada.id, capture.id, referral.id].sort());
  await expect(closed.refuse([ivo.id, referral.id])).rejects.toMatchObject({
    code: 'CP_RECORD_CLOSED',
  });
  await closed.refuse([ivo.id, other.id, request.id]);
  expect(await closed.without(await store.query('subject'))).toMatchObject([{ id: ivo.id }]);
});

it('follows the records: what comes in later is closed, and what was moved to somebody else is not', async () => {
  const { closed, store, ada, ivo, referral, declare } = await desk();
  await declare(ada.id);
  const later = buildIntervention({ subjectId: ada.id });
  await store.commit({ changes: [newRecord('intervention', later)], reason: 'case-work' });
  expect(await closed.ids()).toContain(later.id);
  const held = await store.get('referral', referral.id);
  await store.commit({
    changes: [
      {
        kind: 'referral',
        record: referral.id,
        parents: held?.heads ?? [],
        set: { subjectId: ivo.id },
      },
    ],
    reason: 'correction',
  });
  expect(await closed.ids()).not.toContain(referral.id);
});
