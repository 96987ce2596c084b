import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { memoryServices } from '../../testing/memory-services.js';
import { takeBack } from './take-back.js';

const SUBJECT = buildSubject();

async function saved() {
  const services = await memoryServices();
  const changes = [newRecord('subject', SUBJECT)];
  const { seq } = await services.store.commit({ changes, reason: 'case-work' });
  const isHeld = async () => (await services.store.get('subject', SUBJECT.id)) !== undefined;
  return { services, seq, isHeld };
}

it('undoes a save once, though its answer was lost', async () => {
  const { services, seq, isHeld } = await saved();
  services.saves.endNext('before-it-answers');
  expect((await takeBack(services, seq)).ok).toBe(false);
  expect(await takeBack(services, seq)).toMatchObject({ ok: true, value: { seq: seq + 1 } });
  expect(await isHeld()).toBe(false);
  expect(await services.store.history(SUBJECT.id)).toHaveLength(2);
});

it('takes nothing left of an earlier undo for this one, whether or not that can be discarded', async () => {
  const { services, seq, isHeld } = await saved();
  services.work.failDiscardsWith('The keeper did not answer.');
  const undone = await takeBack(services, seq);
  expect(undone).toMatchObject({ ok: true, value: { seq: seq + 1 } });
  expect((await takeBack(services, seq + 1)).ok).toBe(true);
  expect(await isHeld()).toBe(true);
  expect((await takeBack(services, seq)).ok).toBe(false);
  services.work.failDiscardsWith(undefined);
  // The undo was itself undone, so the save stands as it was made and is undone anew, by a save of its own.
  expect(await takeBack(services, seq)).toMatchObject({ ok: true, value: { seq: seq + 3 } });
  expect(await isHeld()).toBe(false);
});
