/** Advice needs no subject, and asks about any name in it; an incident needs a place and no person. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { PlainDate, Result } from '../../shared/index.js';
import { createMemoryStore } from '../../store/index.js';
import {
  buildAdvice,
  buildIncident,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { correctIncident, recordIncident } from '../contact/record-incident.js';
import { correctAdvice, followUpAdvice, logAdvice } from './log-advice.js';

const host = testHost();
const context = { host, lists: gatherCodeLists() };
const { id: _, ...advice } = buildAdvice();
const { id: __, ...incident } = buildIncident();

const found = (result: Result<unknown>) => result.issues.map(({ code, at }) => `${code} ${at}`);

async function held<K extends 'advice' | 'incident'>(
  kind: K,
  record: Parameters<typeof newRecord<K>>[1],
) {
  const store = await createMemoryStore({ host, signer: testSigner() });
  await store.commit({ changes: [newRecord(kind, record)], reason: 'case-work' });
  const [stored] = await store.query(kind);
  if (!stored) throw new Error('not held');
  return { store, stored };
}

describe('advice', () => {
  it('is kept with no subject, as given today unless another day is said', async () => {
    const { givenOn: ___, ...rest } = advice;
    const logged = logAdvice(rest, context);
    expect(logged).toMatchObject({
      ok: true,
      value: { commit: { reason: 'case-work', changes: [{ set: { givenOn: '2026-11-24' } }] } },
    });
    if (!logged.ok) return;
    const store = await createMemoryStore({ host, signer: testSigner() });
    await store.commit(logged.value.commit);
    expect(await store.query('advice')).toHaveLength(1);
  });

  it('asks about whoever is named in what was asked or said, and takes the officer’s word', () => {
    const named = { ...advice, asked: 'We worry about Rowan Vael.', advice: 'Ring 07700 900123.' };
    const asked = logAdvice(named, context);
    expect(found(asked)).toEqual(['identity-in-text asked', 'identity-in-text advice']);
    expect(JSON.stringify(asked.issues)).not.toContain('Vael');
    const identifyNobody = ['Rowan Vael', '07700 900123'];
    expect(logAdvice(named, { ...context, identifyNobody }).ok).toBe(true);
  });

  it('is not given tomorrow, nor followed up before it was given', async () => {
    expect(found(logAdvice({ ...advice, givenOn: '2026-11-25' as PlainDate }, context))).toEqual([
      'date-in-future givenOn',
    ]);
    const early = { ...advice, followUpDueOn: '2026-11-23' as PlainDate };
    expect(found(logAdvice(early, context))).toEqual(['date-out-of-order followUpDueOn']);
    const { stored } = await held('advice', buildAdvice());
    const before = { followedUpOn: '2026-11-23' as PlainDate };
    expect(found(followUpAdvice(stored, before, context))).toEqual([
      'date-out-of-order followedUpOn',
    ]);
  });

  it('is corrected field by field, and the log names no other field', async () => {
    const { store, stored } = await held('advice', buildAdvice());
    const { askedBy: ___, ...without } = advice;
    const corrected = correctAdvice(stored, { ...without, topic: 'incident' }, context);
    if (!corrected.ok) throw new Error(JSON.stringify(corrected.issues));
    await store.commit(corrected.value.commit);
    const now = await store.get('advice', stored.id);
    expect(now?.value).toMatchObject({ topic: 'incident', asked: advice.asked });
    expect(now?.value.askedBy).toBeUndefined();
    expect((await store.audit()).at(-1)).toMatchObject({
      action: 'alteration',
      fields: ['askedBy', 'topic'],
      reason: 'correction',
    });
    expect(found(correctAdvice(stored, advice, context))).toEqual(['nothing-changed undefined']);
  });
});

describe('an incident', () => {
  it('is kept with a place and nobody, and joined to a subject later', async () => {
    expect(recordIncident(incident, context).ok).toBe(true);
    const { store, stored } = await held('incident', buildIncident());
    const person = buildSubject();
    await store.commit({ changes: [newRecord('subject', person)], reason: 'case-work' });
    const joined = { ...incident, subjectId: person.id };
    expect(found(correctIncident(stored, joined, context))).toEqual(['subject-unknown subjectId']);
    const subject = await store.get('subject', person.id);
    const corrected = correctIncident(stored, joined, { ...context, subject });
    if (!corrected.ok) throw new Error(JSON.stringify(corrected.issues));
    await store.commit(corrected.value.commit);
    expect(await store.query('incident', { subjectId: person.id })).toHaveLength(1);
  });

  it('needs its place, and did not happen tomorrow', () => {
    const { place: ___, ...without } = incident;
    expect(found(recordIncident(without, context))).toEqual(['missing place']);
    const later = { ...incident, happenedOn: '2026-11-25' as PlainDate };
    expect(found(recordIncident(later, context))).toEqual(['date-in-future happenedOn']);
  });

  it('may be graded', () => {
    const grade = { sourceEvaluation: '2', intelligenceAssessment: 'C', handlingCode: 'C' };
    expect(recordIncident({ ...incident, grade }, context).issues[0]).toMatchObject({
      at: 'grade.handlingAction',
    });
  });
});
