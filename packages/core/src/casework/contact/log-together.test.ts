/** One form, many records: each subject's own, with each fault reported once and at its place. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { defaultGates } from '../../review/index.js';
import type { Instant, PlainDate, Result } from '../../shared/index.js';
import { createMemoryStore } from '../../store/index.js';
import {
  buildReferral,
  buildSession,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { logTogether } from './log-together.js';

const today = '2026-11-24' as PlainDate;
const at = '2026-11-24T09:30:00.000Z' as Instant;
const lists = gatherCodeLists();
const gates = defaultGates('force', 'part3');
if (!gates.ok) throw new Error('a force has gates');
const noteContext = { gates: gates.value, officer: { regime: 'part3', practice: true } } as const;

/** Subjects with a referral each, and a session arranged for today with the first two. */
async function opened(count: number) {
  const host = testHost({ at });
  const store = await createMemoryStore({ host, signer: testSigner() });
  const people = Array.from({ length: count }, (_, nth) =>
    buildSubject({ name: `Person ${nth + 1}` }),
  );
  const sessions = people
    .slice(0, 2)
    .map(({ id }) => buildSession({ subjectId: id, arrangedFor: today }));
  await store.commit({
    changes: [
      ...people.map((person) => newRecord('subject', person)),
      ...people.map(({ id }) => newRecord('referral', buildReferral({ subjectId: id }))),
      ...sessions.map((session) => newRecord('session', session)),
    ],
    reason: 'case-work',
  });
  return { host, store, context: { host, lists } };
}

const SHARED = {
  kind: 'workshop',
  heldOn: today,
  mode: 'in-person',
  minutes: 60,
  place: 'Testford Academy',
};
const SCHOOL = {
  who: 'Ottilie Brandt, safeguarding lead',
  about: 'The talk.',
  gateway: 'children-act-11',
  shared: 'That a talk was held.',
};
const words = ({ issues }: Result<unknown>) =>
  issues.map(({ at: place, message }) => [place, message]);

describe('a visit with several subjects', () => {
  it('is a contact for each, the session that it was, what the school was told, and a note', async () => {
    const { store, context } = await opened(3);
    const subjects = await store.query('subject');
    const [session] = await store.query('session');
    const made = logTogether(
      {
        shared: SHARED,
        each: subjects.map((subject, nth) => ({
          subject,
          own: { outcome: 'engaged', note: `Of ${nth + 1} alone.` },
          session: session?.value.subjectId === subject.id ? session : undefined,
        })),
        school: SCHOOL,
        note: {
          input: {
            text: 'A stresser is talked about.',
            statement: 'reported',
            grade: { sourceEvaluation: '2', intelligenceAssessment: 'C', handlingCode: 'P' },
          },
          context: { ...context, ...noteContext, held: { captures: [] } },
        },
      },
      context,
    );
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    await store.commit(made.value.commit);
    const contacts = await store.query('intervention');
    expect(contacts.map(({ value }) => value.note)).toEqual([
      'Of 1 alone.',
      'Of 2 alone.',
      'Of 3 alone.',
    ]);
    // Once for each, by its gateway, with the day and the means of the visit.
    const { id: _, subjectId, ...school } = (await store.query('agencyContact'))[0]?.value ?? {};
    expect(school).toEqual({
      ...SCHOOL,
      agency: 'education',
      contactOn: today,
      means: 'in-person',
    });
    expect((await store.query('agencyContact')).map(({ value }) => value.subjectId)).toEqual(
      subjects.map(({ id }) => id),
    );
    expect(await store.query('telling')).toEqual([]);
    expect(await store.query('intelligenceNote')).toHaveLength(1);
    expect((await store.query('session'))[0]?.value).toMatchObject({
      attendance: 'attended',
      interventionId: contacts[0]?.id,
    });
  });

  it('says once what is wrong with what all share, and of whom what is not', async () => {
    const { store, context } = await opened(2);
    const subjects = await store.query('subject');
    const [first, second] = subjects;
    if (!first || !second) throw new Error('two are held');
    const { minutes: _, mode: _m, ...rest } = SHARED;
    const made = logTogether(
      {
        shared: rest,
        each: [
          { subject: first, own: {} },
          { subject: second, own: { outcome: 'engaged' } },
        ],
        school: { ...SCHOOL, who: undefined, gateway: 'not-known' },
      },
      context,
    );
    expect(words(made)).toEqual([
      ['shared.mode', 'Select how the contact was made'],
      ['shared.minutes', 'Enter the contact time in minutes'],
      ['each.0.outcome', 'Person 1: Select the outcome'],
      ['school.who', 'Enter who the contact was with'],
    ]);
    const each = [{ subject: first, own: { outcome: 'engaged' } }];
    const shares = logTogether(
      { shared: SHARED, each, school: { ...SCHOOL, gateway: 'not-known' } },
      context,
    );
    expect(words(shares)).toEqual([
      ['school.gateway', expect.stringMatching(/^Something was shared, and the gateway/)],
    ]);
    expect(words(logTogether({ shared: SHARED, each: [] }, context))).toEqual([
      ['acts', 'Choose who the contact was with'],
    ]);
  });
});
