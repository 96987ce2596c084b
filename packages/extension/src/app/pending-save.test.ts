import type { Change, Commit, Instant } from '@cyber-prevent/core';
import {
  buildAdvice,
  buildIntervention,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { memoryServices } from '../testing/memory-services.js';
import { keptSave, type PendingSave } from './pending-save.js';

const SUBJECT = buildSubject();
const AT = '2026-11-24T09:30:00.000Z' as Instant;

function pendingOf(changes: Commit['changes'], id?: string): PendingSave {
  const made = { commit: { changes, reason: 'case-work' }, id };
  return { request: crypto.randomUUID(), made, of: '', at: AT };
}

it('leads to the section of the person where a record was made, and says that it is new', async () => {
  const services = await memoryServices();
  const contact = buildIntervention({ subjectId: SUBJECT.id });
  const changes = [newRecord('subject', SUBJECT), newRecord('intervention', contact)];
  const pending = pendingOf(changes, contact.id);
  expect(await keptSave(services, pending)).toBeUndefined();
  await services.saves.keep(pending.request, pending.made.commit);
  expect(await keptSave(services, pending)).toMatchObject({
    at: AT,
    receipt: { seq: 1 },
    isChange: false,
    to: { name: 'subject', subject: SUBJECT.id, section: 'interventions' },
  });
});

it('leads to the screen of a record that was changed, and says that nothing new was made', async () => {
  const services = await memoryServices();
  const advice = buildAdvice();
  const { revisions } = await services.store.commit({
    changes: [newRecord('advice', advice)],
    reason: 'case-work',
  });
  const set = { organisation: 'Testford College' } as Change['set'];
  const pending = pendingOf([{ kind: 'advice', record: advice.id, parents: revisions, set }]);
  await services.saves.keep(pending.request, pending.made.commit);
  expect(await keptSave(services, pending)).toMatchObject({
    isChange: true,
    to: { name: 'advice', advice: advice.id },
  });
});

it('counts the source of a change for no new record', async () => {
  const services = await memoryServices();
  const { revisions } = await services.store.commit({
    changes: [newRecord('subject', SUBJECT)],
    reason: 'case-work',
  });
  const set = { name: 'Ada Vael' } as Change['set'];
  const changes = [
    newRecord('sourceCapture', buildSourceCapture()),
    { kind: 'subject', record: SUBJECT.id, parents: revisions, set } as Change,
  ];
  const pending = pendingOf(changes, SUBJECT.id);
  await services.saves.keep(pending.request, pending.made.commit);
  expect(await keptSave(services, pending)).toMatchObject({ isChange: true });
});

it('leads to the section of the person where a record of theirs was changed', async () => {
  const services = await memoryServices();
  const contact = buildIntervention({ subjectId: SUBJECT.id });
  const { revisions } = await services.store.commit({
    changes: [newRecord('subject', SUBJECT), newRecord('intervention', contact)],
    reason: 'case-work',
  });
  const change = { record: contact.id, parents: revisions.slice(1), set: { minutes: 5 } } as const;
  const pending = pendingOf([{ kind: 'intervention', ...change }]);
  await services.saves.keep(pending.request, pending.made.commit);
  expect((await keptSave(services, pending))?.to).toEqual({
    name: 'subject',
    subject: SUBJECT.id,
    section: 'interventions',
  });
});
