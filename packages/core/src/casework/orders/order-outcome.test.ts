/** An outcome is proposed, never set; one that says something is complete cannot come before completion. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import { addDays } from '../../shared/dates.js';
import type { Instant, PlainDate } from '../../shared/index.js';
import type { StoredRecord } from '../../store/index.js';
import { saysOf } from '../../testing/case-under-test.js';
import { buildId, buildRecord, type Overrides } from '../../testing/fiction/builder.js';
import { testHost } from '../../testing/host.js';
import { endOrder, noteInterview, proposeOutcome, recordOutcome } from './order-outcome.js';
import { completedOn, orderState } from './order-state.js';

const at = '2026-11-24T09:30:00.000Z' as Instant;
const today = '2026-11-24' as PlainDate;
const context = { host: testHost({ at }), lists: gatherCodeLists() };

function held<K extends RecordKind>(kind: K, overrides: Overrides<K>): StoredRecord<K> {
  const value = buildRecord(kind, overrides) as RecordOf<K>;
  const when = { createdAt: at, updatedAt: at, updatedBy: buildId() };
  return { kind, id: value.id, value, heads: [buildId()], sources: {}, ...when };
}
const subject = held('subject', {});
const given = {
  subjectId: subject.id,
  answer: 'given',
  givenOn: '2026-11-02',
  givenBy: 'DC 2218',
  advisedOn: '2026-11-02',
};
const diversion = held('order', { ...given, kind: 'diversion' });
const part = (certifiedOn?: string, more: Overrides<'condition'> = {}) =>
  held('condition', {
    subjectId: subject.id,
    orderId: diversion.id,
    ...(certifiedOn ? { certifiedOn, certifiedBy: 'DC 2218' } : {}),
    ...more,
  });
const on = (...records: readonly StoredRecord[]) => ({ ...context, subject, records });

describe('an outcome', () => {
  const propose = (code: string, records: readonly StoredRecord[], day?: string) =>
    proposeOutcome(
      diversion,
      { proposedOutcome: code, ...(day ? { proposedOn: day as PlainDate } : {}) },
      on(...records),
    );

  it('22 is refused while a condition is not certified, and before the day on which the last was', () => {
    const open = propose('22', [part('2026-11-10'), part()]);
    expect(open.issues.map(({ message }) => message)).toEqual([
      'Outcome 22 is recorded only after the activity is complete. A condition is not certified.',
    ]);
    const done = [part('2026-11-10'), part('2026-11-20')];
    expect(propose('22', done, '2026-11-19').issues.map(({ message }) => message)).toEqual([
      'Outcome 22 is recorded only after the activity is complete. It was complete on 20 November 2026.',
    ]);
    expect(propose('22', done, '2026-11-20').ok).toBe(true);
    expect(propose('22', [], '2026-11-20').issues[0]?.message).toContain('It has no condition');
  });

  it('counts no condition that was taken out', () => {
    const out = part(undefined, { takenOutOn: '2026-11-12', takenOutWhy: 'Varied.' });
    expect(propose('22', [part('2026-11-10'), out]).ok).toBe(true);
    expect(saysOf(propose('22', [out]))).toEqual(['not-complete proposedOutcome']);
  });

  it('not yet or no longer in force is said with its day', () => {
    const codes = [{ code: '8', label: '8 Community resolution', to: '2026-11-10' as PlainDate }];
    const list = { ...context.lists.get('home-office-outcome'), codes };
    const old = { ...on(), lists: gatherCodeLists([list]) };
    const says = (code: string) =>
      proposeOutcome(diversion, { proposedOutcome: code }, old).issues[0]?.message;
    expect(says('8')).toBe(
      '“8 Community resolution” is no longer in force on 24 November 2026: it ended on 10 November 2026. Choose another.',
    );
    expect(says('99')).toBe('“99” is not on the list. Choose another.');
    const early = held('order', { ...given, advisedOn: '2026-01-05', givenOn: '2026-01-05' });
    const day = '2026-01-31' as PlainDate;
    expect(
      proposeOutcome(early, { proposedOutcome: '23', proposedOn: day }, on()).issues[0]?.message,
    ).toBe(
      '“23 Deferred prosecution (children)” is not in force yet on 31 January 2026: it begins on 1 February 2026. Choose another.',
    );
  });

  it('fits the age on the day of the caution, and there is none for a child under ten', () => {
    const of = (bornOn: string, code: string) =>
      saysOf(
        proposeOutcome(
          diversion,
          { proposedOutcome: code },
          { ...on(), subject: held('subject', { bornOn }) },
        ),
      ).filter((each) => !each.startsWith('outcome-unusual'));
    expect(of('2008-11-02', '2')).toEqual(['age-not-fit proposedOutcome']);
    expect(of('2008-11-03', '2')).toEqual([]);
    expect(of('2008-11-03', '3')).toEqual(['age-not-fit proposedOutcome']);
    expect(of('2016-11-03', '21')).toEqual(['under-ten proposedOutcome']);
  });

  it('that does not go with the kind is let through with a word', () => {
    const odd = propose('8', [part('2026-11-10')]);
    expect([odd.ok, saysOf(odd)]).toEqual([true, ['outcome-unusual proposedOutcome']]);
  });

  it('waits until the caution was given, and is recorded with who recorded it', () => {
    const advised = held('order', { subjectId: subject.id });
    expect(saysOf(proposeOutcome(advised, { proposedOutcome: '2' }, on()))).toEqual([
      'order-not-given orderId',
    ]);
    const done = on(part('2026-11-10'));
    expect(saysOf(recordOutcome(diversion, { outcome: '22' }, done))).toEqual([
      'missing outcomeBy',
    ]);
    expect(saysOf(recordOutcome(diversion, {}, done))).toEqual([
      'missing outcome',
      'missing outcomeBy',
    ]);
  });

  it('22 cannot precede completion, whatever was certified when and whatever day is given', () => {
    const day = (n: number) => addDays('2026-11-02' as PlainDate, n);
    const anyPart = fc.record({
      certified: fc.option(fc.integer({ min: 0, max: 22 }), { nil: undefined }),
      isOut: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(anyPart, { maxLength: 5 }),
        fc.integer({ min: 0, max: 22 }),
        fc.boolean(),
        (parts, n, isRecorded) => {
          const conditions = parts.map(({ certified, isOut }) =>
            part(
              certified === undefined ? undefined : day(certified),
              isOut && certified === undefined
                ? { takenOutOn: day(0), takenOutWhy: 'Varied.' }
                : {},
            ),
          );
          const task = on(...conditions);
          const made = isRecorded
            ? recordOutcome(
                diversion,
                { outcome: '22', outcomeOn: day(n), outcomeBy: 'DC 2218' },
                task,
              )
            : proposeOutcome(diversion, { proposedOutcome: '22', proposedOn: day(n) }, task);
          const counted = parts.filter(({ certified, isOut }) => certified !== undefined || !isOut);
          const isComplete =
            counted.length > 0 &&
            counted.every(({ certified }) => certified !== undefined && certified <= n);
          expect(made.ok).toBe(isComplete);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});

describe('an end', () => {
  it('with all conditions met is refused while one is open, and never before the last', () => {
    const open = endOrder(diversion, { ended: 'complied' }, on(part()));
    expect(open.issues.map(({ message }) => message)).toEqual([
      'A condition is not certified. Certify each, or say that it ended in another way.',
    ]);
    const done = on(part('2026-11-20'));
    const early = { ended: 'complied', endedOn: '2026-11-19' as PlainDate };
    expect(saysOf(endOrder(diversion, early, done))).toEqual(['date-out-of-order endedOn']);
    expect(endOrder(diversion, { ended: 'complied' }, done).ok).toBe(true);
    expect(endOrder(diversion, { ended: 'breached' }, on(part())).ok).toBe(true);
    expect(saysOf(endOrder(diversion, {}, done))).toEqual(['missing ended']);
    const before = { ended: 'expired', endedOn: '2026-11-01' as PlainDate };
    expect(saysOf(endOrder(diversion, before, done))).toEqual(['date-out-of-order endedOn']);
    const ended = held('order', { ...given, ended: 'expired', endedOn: '2026-11-20' });
    expect(saysOf(endOrder(ended, { ended: 'complied' }, done))).toEqual(['order-ended ended']);
  });

  it('leaves the order complete, running or ended', () => {
    expect(orderState(diversion, [part()])).toBe('running');
    expect(orderState(diversion, [part('2026-11-20')])).toBe('complete');
    expect(completedOn(diversion, [part('2026-11-20'), part('2026-11-10')])).toBe('2026-11-20');
    expect(orderState(held('order', { subjectId: subject.id }), [])).toBe('advised');
    const none = held('order', { ...given, ended: 'complied', endedOn: today });
    expect([orderState(none, []), completedOn(none, [])]).toEqual(['ended', today]);
  });
});

it('notes an interview once an outcome is recorded, and why it was not offered', () => {
  expect(saysOf(noteInterview(diversion, { interview: 'accepted' }, context))).toEqual([
    'outcome-not-recorded interview',
  ]);
  const more = { outcome: '22', outcomeOn: '2026-11-20', outcomeBy: 'DC 2218' };
  const decided = held('order', { ...given, ...more });
  expect(saysOf(noteInterview(decided, {}, context))).toEqual(['missing interview']);
  expect(saysOf(noteInterview(decided, { interview: 'not-offered' }, context))).toEqual([
    'missing interviewWhy',
  ]);
  const early = { interview: 'accepted', interviewOn: '2026-11-19' as PlainDate };
  expect(saysOf(noteInterview(decided, early, context))).toEqual(['date-out-of-order interviewOn']);
  expect(noteInterview(decided, { interview: 'declined' }, context).ok).toBe(true);
});
