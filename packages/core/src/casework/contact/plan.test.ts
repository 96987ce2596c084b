/** Plans, their objectives, their sessions: one is open at a time, and nothing in one is dropped silently. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { diary } from '../../desk/diary/diary.js';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import { addDays } from '../../shared/dates.js';
import type { Instant, PlainDate, Result } from '../../shared/index.js';
import { createMemoryStore, type StoredRecord } from '../../store/index.js';
import {
  buildId,
  buildRecord,
  buildSubject,
  newRecord,
  type Overrides,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import type { CaseCommit } from '../act/context.js';
import { workingCalendar } from '../rules/calendar.js';
import { addObjective, closeObjective } from './objective.js';
import { endPlan, makePlan, revisePlan, standingPlan } from './plan.js';
import { reviewPlan } from './plan-review.js';
import {
  arrangeSession,
  isAttendanceSayable,
  noteAttendance,
  sessionOrder,
  sessionWhen,
} from './session.js';

const today = '2026-11-24' as PlainDate;
const at = '2026-11-24T09:30:00.000Z' as Instant;
const context = { host: testHost({ at }), lists: gatherCodeLists() };
const subject = held('subject', {});
const about = { subjectId: subject.id };

function held<K extends RecordKind>(kind: K, overrides: Overrides<K>): StoredRecord<K> {
  const value = buildRecord(kind, overrides) as RecordOf<K>;
  const when = { createdAt: at, updatedAt: at, updatedBy: buildId() };
  return { kind, id: value.id, value, heads: [buildId()], sources: {}, ...when };
}

const codes = ({ issues }: Result<unknown>) => issues.map(({ code }) => code);
const words = ({ issues }: Result<unknown>) => issues.map(({ message }) => message);

describe('a plan', () => {
  const plan = held('plan', { ...about, madeOn: '2026-11-10', reviewDueOn: '2027-02-10' });

  it('is made for a subject, with a day on which it is looked at again', () => {
    const made = makePlan(
      { reviewDueOn: addDays(today, 80) },
      { ...context, subject, records: [] },
    );
    expect(made.ok && made.value.commit.changes[0]?.set).toMatchObject({
      subjectId: subject.id,
      madeOn: today,
    });
    const early = makePlan({ reviewDueOn: today }, { ...context, subject, records: [] });
    expect(words(early)).toEqual(['The date the review is due must be after the date of the plan']);
  });

  it('does not stand beside another: it takes its place, or is not made', () => {
    const input = { reviewDueOn: addDays(today, 80) };
    const beside = makePlan(input, { ...context, subject, records: [plan] });
    expect(codes(beside)).toEqual(['plan-stands']);
    const next = makePlan(
      { ...input, replaces: plan.id },
      { ...context, subject, records: [plan] },
    );
    expect(next.ok && next.value.commit.changes[1]?.set).toEqual({
      ended: 'replaced',
      endedOn: today,
    });
    const gone = makePlan({ ...input, replaces: buildId() }, { ...context, subject, records: [] });
    expect(codes(gone)).toEqual(['plan-not-standing']);
  });

  it('takes the young person’s own words later, and lets them be taken back', () => {
    const said = revisePlan(plan, { ownPlan: 'A job with computers.', agreedOn: today }, context);
    expect(said.ok && said.value.commit.changes[0]?.set).toMatchObject({ agreedOn: today });
    const back = revisePlan(plan, { ownPlan: '' }, context);
    expect(back.ok && back.value.commit.changes[0]?.set).toEqual({ ownPlan: null });
    const before = revisePlan(plan, { agreedOn: '2026-11-09' as PlainDate }, context);
    expect(codes(before)).toEqual(['date-out-of-order']);
  });

  it('is not ended while an objective is open or a session of one has not been accounted for', () => {
    const objective = held('objective', { ...about, planId: plan.id });
    const session = held('session', { ...about, objectiveId: objective.id });
    const ended = endPlan(
      plan,
      { ended: 'completed' },
      { ...context, records: [objective, session] },
    );
    expect(words(ended)).toEqual([
      'An objective is open. Say for each whether it was achieved, then end the plan.',
      'A session is arranged for 1 December 2026, and nobody has said whether they came. Say so first.',
    ]);
    expect(endPlan(plan, { ended: 'completed' }, { ...context, records: [] }).ok).toBe(true);
    expect(words(endPlan(plan, {}, { ...context, records: [] }))).toEqual([
      'Select how the plan ended',
    ]);
  });

  it('is reviewed with a next day, and says when nobody is named who came', () => {
    const none = reviewPlan({ view: 'On the way.', came: ['Rowan Vael'] }, { ...context, plan });
    expect(words(none)).toEqual(['Enter when the plan is reviewed next']);
    const next = addDays(today, 60);
    const alone = reviewPlan({ view: 'On the way.', nextReviewDueOn: next }, { ...context, plan });
    expect(alone.ok && alone.value.commit.changes[1]?.set).toEqual({ reviewDueOn: next });
    expect(codes(alone)).toEqual(['nobody-came']);
    const early = { view: 'On the way.', heldOn: '2026-11-09' as PlainDate, nextReviewDueOn: next };
    expect(codes(reviewPlan(early, { ...context, plan }))).toContain('date-out-of-order');
  });
});

it('is looked at again on the day that its last review set, and no more once it has ended', () => {
  const calendar = workingCalendar();
  const due = (over: Overrides<'plan'>) =>
    diary([held('plan', { ...about, ...over })], {
      today,
      calendar,
      lists: context.lists,
    }).entries.map(({ act, by, state }) => [act, by, state]);
  expect(due({ reviewDueOn: '2026-11-20' })).toEqual([['review-plan', '2026-11-20', 'overdue']]);
  expect(due({ reviewDueOn: '2027-01-20' })).toEqual([['review-plan', '2027-01-20', 'coming']]);
  expect(due({ reviewDueOn: '2026-11-20', ended: 'moved', endedOn: '2026-11-24' })).toEqual([]);
});

describe('an objective', () => {
  const plan = held('plan', { ...about, madeOn: '2026-11-10', reviewDueOn: '2027-02-10' });
  const objective = held('objective', { ...about, planId: plan.id });
  const input = {
    need: 'Nobody shows interest in what he can do.',
    objective: 'Takes part in a competition',
    targetOn: addDays(today, 60),
    measure: 'A result on the board.',
  };

  it('has a person responsible', () => {
    const nobody = addObjective(input, { ...context, plan });
    expect(words(nobody)).toEqual(['Enter the person responsible']);
    const early = { ...input, ownedBy: 'Ottilie Brandt', targetOn: '2026-11-09' as PlainDate };
    expect(codes(addObjective(early, { ...context, plan }))).toEqual(['date-out-of-order']);
    const ended = held('plan', { ...about, ended: 'completed', endedOn: '2026-11-24' });
    expect(codes(addObjective(input, { ...context, plan: ended }))).toEqual(['plan-ended']);
  });

  it('is not achieved while a session for it has not been accounted for', () => {
    const closed = { result: 'achieved', closedBecause: 'Came third.' };
    const session = held('session', { ...about, objectiveId: objective.id });
    const open = closeObjective(objective, closed, { ...context, plan, records: [session] });
    expect(codes(open)).toEqual(['session-open']);
    const other = held('session', { ...about, objectiveId: buildId() });
    expect(closeObjective(objective, closed, { ...context, plan, records: [other] }).ok).toBe(true);
    const partly = { ...closed, result: 'partly' };
    expect(closeObjective(objective, partly, { ...context, plan, records: [session] }).ok).toBe(
      true,
    );
  });

  it('asks for the result and what shows it', () => {
    const closed = closeObjective(objective, {}, { ...context, plan, records: [] });
    expect(words(closed)).toEqual([
      'Select whether the objective was achieved',
      'Enter what shows it, or why not',
    ]);
  });
});

describe('a session', () => {
  const session = held('session', { ...about, arrangedFor: '2026-12-01' });
  const past = held('session', { ...about, arrangedFor: '2026-11-20' });

  it('cannot have been attended before its day, but can be called off', () => {
    const early = noteAttendance(session, { attendance: 'attended' }, context);
    expect(words(early)).toEqual([
      'The session is on 1 December 2026. Say whether they came on that day or after it.',
    ]);
    expect(noteAttendance(session, { attendance: 'cancelled-by-us' }, context).ok).toBe(true);
    expect(words(noteAttendance(session, {}, context))).toEqual([
      'Select why it will not take place',
    ]);
  });

  it('may be said of a day to come only what the act then takes', () => {
    const all = context.lists.get('attendance')?.codes.map(({ code }) => code) ?? [];
    const isSayable = (code: string) => isAttendanceSayable(code, session.value.arrangedFor, today);
    expect(all.filter(isSayable)).toEqual(['absent-acceptable', 'cancelled-by-us']);
    for (const attendance of all) {
      const said = noteAttendance(session, { attendance, whyNot: 'Away, she says.' }, context);
      expect([attendance, said.ok]).toEqual([attendance, isSayable(attendance)]);
      expect(isAttendanceSayable(attendance, past.value.arrangedFor, today)).toBe(true);
    }
  });

  it('asks why a young person did not come, whether or not the reason was good', () => {
    for (const attendance of ['absent-acceptable', 'absent-unacceptable']) {
      expect(codes(noteAttendance(past, { attendance }, context))).toEqual(['missing']);
      const told = noteAttendance(past, { attendance, whyNot: 'Ill, his mother says.' }, context);
      expect(told.ok).toBe(true);
    }
    expect(words(noteAttendance(past, {}, context))).toEqual(['Select whether they came']);
  });

  it('arranges the next one in the same save', () => {
    const said = noteAttendance(
      past,
      { attendance: 'attended', nextFor: '2026-12-04' as PlainDate },
      context,
    );
    expect(said.ok && said.value.commit.changes[1]?.set).toMatchObject({
      ...about,
      kind: 'mentoring',
      arrangedFor: '2026-12-04',
    });
    const back = noteAttendance(past, { attendance: 'attended', nextFor: today }, context);
    expect(back.ok).toBe(true);
    const before = { attendance: 'attended', nextFor: '2026-11-19' as PlainDate };
    expect(codes(noteAttendance(past, before, context))).toEqual(['date-out-of-order']);
  });

  const arranges = (startsAt?: string) =>
    arrangeSession(
      { kind: 'mentoring', arrangedFor: addDays(today, 9), ...(startsAt ? { startsAt } : {}) },
      { ...context, subject, records: [] },
    );

  it.each([
    ['16:00', '16:00'],
    ['1600', '16:00'],
    ['9.05', '09:05'],
    [' 0:30 ', '00:30'],
  ])('has the time of day that is arranged, however it is written: %s', (typed, kept) => {
    const made = arranges(typed);
    expect(made.ok && made.value.commit.changes[0]?.set).toMatchObject({ startsAt: kept });
  });

  it.each(['4 pm', '24:00', '12:60', 'after school'])(
    'is not arranged for a time that is none: %s',
    (typed) => {
      expect(words(arranges(typed))).toEqual(['Enter a time on the 24-hour clock, like 14:30']);
    },
  );

  it('says its time where it is due, and is never given one that nobody arranged', () => {
    const value = { ...about, arrangedFor: '2026-12-03' as PlainDate };
    expect(sessionWhen({ ...value, startsAt: '16:00' })).toBe('3 December 2026 at 16:00');
    expect(sessionWhen(value)).toBe('3 December 2026');
    const timed = held('session', { ...about, arrangedFor: today, startsAt: '16:00' });
    const next = noteAttendance(
      timed,
      { attendance: 'attended', nextFor: addDays(today, 7) },
      context,
    );
    expect(next.ok && next.value.commit.changes[1]?.set).not.toHaveProperty('startsAt');
  });

  it('comes after an earlier one of its day', () => {
    const on = (day: string, startsAt?: string) => ({
      arrangedFor: day as PlainDate,
      ...(startsAt ? { startsAt } : {}),
    });
    const order = [on('2026-12-04'), on('2026-12-03', '16:00'), on('2026-12-03', '09:05')]
      .toSorted(sessionOrder)
      .map(sessionWhen);
    expect(order).toEqual([
      '3 December 2026 at 09:05',
      '3 December 2026 at 16:00',
      '4 December 2026',
    ]);
  });

  it('is for an open objective of the same subject, or for none', () => {
    const input = { kind: 'mentoring', arrangedFor: addDays(today, 7) };
    const records = [
      held('objective', { ...about, planId: buildId() }),
      held('objective', { planId: buildId() }),
      held('objective', { ...about, result: 'not', closedOn: today, closedBecause: 'Moved.' }),
    ];
    const [own, strange, closed] = records.map(({ id }) =>
      codes(arrangeSession({ ...input, objectiveId: id }, { ...context, subject, records })),
    );
    expect([own, strange, closed]).toEqual([[], ['objective-unknown'], ['objective-closed']]);
    expect(arrangeSession(input, { ...context, subject, records }).ok).toBe(true);
  });
});

it('carries whatever is open from plan to plan, and never has two that stand', async () => {
  const results = fc.array(fc.option(fc.constantFrom('achieved', 'partly', 'not')), {
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(results, { minLength: 1, maxLength: 4 }), async (plans) => {
      const host = testHost({ at });
      const store = await createMemoryStore({ host, signer: testSigner() });
      const person = buildSubject();
      await store.commit({ changes: [newRecord('subject', person)], reason: 'case-work' });
      const of = await store.get('subject', person.id);
      const task = { ...context, host };
      const keep = async (made: Result<CaseCommit>) => {
        if (!made.ok) throw new Error(JSON.stringify(made.issues));
        await store.commit(made.value.commit);
        return made.value.id;
      };
      const all = async () => [
        ...(await store.query('plan')),
        ...(await store.query('objective')),
        ...(await store.query('session')),
      ];
      let open = 0;
      for (const objectives of plans) {
        const records = await all();
        const before = of && standingPlan(records, of);
        const id = await keep(
          makePlan(
            { reviewDueOn: addDays(today, 80), ...(before ? { replaces: before.id } : {}) },
            { ...task, subject: of, records },
          ),
        );
        for (const result of objectives) {
          const plan = await store.get('plan', id);
          const added = await keep(
            addObjective(
              {
                need: 'Time.',
                objective: 'A club',
                ownedBy: 'Marisol Vael',
                targetOn: today,
                measure: 'Goes.',
              },
              { ...task, plan },
            ),
          );
          const objective = await store.get('objective', added);
          if (!objective || result === null) {
            open += 1;
            continue;
          }
          await keep(
            closeObjective(
              objective,
              { result, closedBecause: 'Seen.' },
              { ...task, plan, records: [] },
            ),
          );
        }
        const held = await all();
        const standing = held.filter(
          (record): record is StoredRecord<'plan'> =>
            record.kind === 'plan' && 'madeOn' in record.value && !('endedOn' in record.value),
        );
        expect(standing.map((record) => record.id)).toEqual([id]);
        const left = held.filter(({ kind, value }) => kind === 'objective' && !('result' in value));
        expect(left).toHaveLength(open);
        expect(left.every(({ value }) => 'planId' in value && value.planId === id)).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});
