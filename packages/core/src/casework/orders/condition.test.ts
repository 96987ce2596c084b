/**
 * A condition is certified by a named person, on its day, with evidence; a breach is reported to the decision maker.
 */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { diary } from '../../desk/diary/diary.js';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { Instant, PlainDate, RecordId } from '../../shared/index.js';
import type { StoredRecord } from '../../store/index.js';
import { saysOf } from '../../testing/case-under-test.js';
import { buildId, buildRecord, type Overrides } from '../../testing/fiction/builder.js';
import { testHost } from '../../testing/host.js';
import { workingCalendar } from '../rules/calendar.js';
import { addCondition, certifyCondition } from './condition.js';
import { addEvidence, correctEvidence, tellOfCondition } from './condition-evidence.js';
import { conditionState } from './order-state.js';

const today = '2026-11-24' as PlainDate;
const at = '2026-11-24T09:30:00.000Z' as Instant;
const context = { host: testHost({ at }), lists: gatherCodeLists() };
const subjectId = buildId();

function held<K extends RecordKind>(kind: K, overrides: Overrides<K>): StoredRecord<K> {
  const value = buildRecord(kind, overrides) as RecordOf<K>;
  const when = { createdAt: at, updatedAt: at, updatedBy: buildId() };
  return { kind, id: value.id, value, heads: [buildId()], sources: {}, ...when };
}
const running = { subjectId, answer: 'given', givenOn: '2026-11-10', givenBy: 'DC 2218' };
const order = held('order', { ...running, advisedOn: '2026-11-02' });
const part = (more: Overrides<'condition'> = {}) =>
  held('condition', { subjectId, orderId: order.id, ...more });
const seen = (conditionId: RecordId, more: Overrides<'conditionEvidence'> = {}) =>
  held('conditionEvidence', { subjectId, conditionId, notedOn: '2026-11-20', ...more });
const by = { certifiedBy: 'DC Rowan Thackeray' };
const dueActs = (...records: readonly StoredRecord[]) =>
  diary(records, { today, calendar: workingCalendar(), lists: context.lists }).entries.map(
    ({ act, by: day }) => `${act} ${day}`,
  );

describe('certifying', () => {
  it('needs evidence, and the name of whoever certifies', () => {
    const condition = part();
    const none = certifyCondition(condition, by, { ...context, order, records: [] });
    expect(saysOf(none)).toEqual(['no-evidence certifiedOn']);
    const records = [seen(condition.id)];
    expect(saysOf(certifyCondition(condition, {}, { ...context, order, records }))).toEqual([
      'missing certifiedBy',
    ]);
    expect(certifyCondition(condition, by, { ...context, order, records }).ok).toBe(true);
  });

  it('of one that is to be kept to is refused before its day, and of one to be done is not', () => {
    const task = (condition: StoredRecord<'condition'>, certifiedOn?: PlainDate) =>
      certifyCondition(
        condition,
        { ...by, ...(certifiedOn ? { certifiedOn } : {}) },
        { ...context, order, records: [seen(condition.id)] },
      );
    const until = part({ timing: 'until', dueOn: '2026-11-25' });
    expect(task(until).issues.map(({ message }) => message)).toEqual([
      'This condition applies until 25 November 2026. Certify it on that day or after it.',
    ]);
    expect(task(part({ timing: 'until', dueOn: '2026-11-24' })).ok).toBe(true);
    expect(task(part({ timing: 'by', dueOn: '2026-12-25' })).ok).toBe(true);
    expect(saysOf(task(part(), '2026-11-25' as PlainDate))).toEqual(['date-in-future certifiedOn']);
    expect(saysOf(task(part(), '2026-11-19' as PlainDate))).toEqual([
      'date-out-of-order certifiedOn',
    ]);
  });

  it('waits until it was given, and is done once', () => {
    const advised = held('order', { subjectId });
    const condition = part({ orderId: advised.id });
    const records = [seen(condition.id)];
    expect(
      saysOf(certifyCondition(condition, by, { ...context, order: advised, records })),
    ).toEqual(['order-not-given orderId']);
    const done = part({ certifiedOn: '2026-11-21', certifiedBy: 'DC 2218' });
    expect(saysOf(certifyCondition(done, by, { ...context, order, records }))).toEqual([
      'condition-certified certifiedOn',
    ]);
    const out = part({ takenOutOn: '2026-11-21', takenOutWhy: 'Varied.' });
    expect(saysOf(certifyCondition(out, by, { ...context, order, records }))).toEqual([
      'condition-taken-out takenOutOn',
    ]);
  });

  it('says so where it was noted that it may not have been kept', () => {
    const condition = part();
    const records = [seen(condition.id), seen(condition.id, { shows: 'not-kept' })];
    const certified = certifyCondition(condition, by, { ...context, order, records });
    expect([certified.ok, saysOf(certified)]).toEqual([true, ['condition-not-kept certifiedOn']]);
    const alone = { ...context, order, records: records.slice(1) };
    expect(saysOf(certifyCondition(condition, by, alone))).toContain('no-evidence certifiedOn');
  });
});

describe('evidence', () => {
  const condition = part();
  const input = {
    shows: 'not-kept',
    what: 'He was online in the named service.',
    source: 'Marisol Vael, his mother',
    statement: 'reported',
  };

  it('that it may have been breached is due to be told until somebody was', () => {
    expect(addEvidence(input, { ...context, condition, order }).ok).toBe(true);
    const noted = seen(condition.id, { shows: 'not-kept' });
    expect(dueActs(noted)).toEqual(['tell-of-condition 2026-11-20']);
    expect(saysOf(tellOfCondition(noted, {}, context))).toEqual(['missing toldWhom']);
    const told = tellOfCondition(noted, { toldWhom: 'DC 2218' }, context);
    expect(told.ok && told.value.commit.changes[0]?.set).toEqual({
      toldOn: today,
      toldWhom: 'DC 2218',
    });
    const done = seen(condition.id, { shows: 'not-kept', toldOn: today, toldWhom: 'DC 2218' });
    expect(dueActs(done, seen(condition.id))).toEqual([]);
  });

  it('is corrected where it was noted wrongly, and not where somebody acted on it', () => {
    const noted = seen(condition.id, { shows: 'not-kept' });
    const { id: _, subjectId: _s, conditionId: _c, ...said } = noted.value;
    const corrects = (more: object, task: object = {}, one = noted) =>
      correctEvidence(one, { ...said, ...more }, { ...context, condition, order, ...task });
    const done = corrects({ shows: 'towards', explanation: undefined });
    expect(done.ok && done.value.commit.reason).toBe('correction');
    expect(done.ok && done.value.commit.changes[0]?.set).toMatchObject({ shows: 'towards' });
    expect(saysOf(corrects({}))).toEqual(['nothing-changed']);
    expect(saysOf(corrects({ happenedOn: '2026-11-09' }))).toEqual([
      'date-out-of-order happenedOn',
    ]);
    const certified = part({ certifiedOn: today, certifiedBy: 'DC 2218' });
    expect(saysOf(corrects({ shows: 'done' }, { condition: certified }))).toEqual([
      'condition-certified shows',
    ]);
    const more = { toldOn: today, toldWhom: 'DC 2218' };
    const told = seen(condition.id, { shows: 'not-kept', ...more });
    expect(saysOf(corrects({ ...more, shows: 'done' }, {}, told))).toEqual(['evidence-told shows']);
    expect(corrects({ ...more, what: 'He was online twice.' }, {}, told).ok).toBe(true);
  });

  it('is of what was given, and not before it', () => {
    const advised = held('order', { subjectId });
    expect(saysOf(addEvidence(input, { ...context, condition, order: advised }))).toEqual([
      'order-not-given conditionId',
    ]);
    const early = { ...input, happenedOn: '2026-11-09' as PlainDate };
    expect(saysOf(addEvidence(early, { ...context, condition, order }))).toEqual([
      'date-out-of-order happenedOn',
    ]);
    const later = { ...input, notedOn: '2026-11-20' as PlainDate, happenedOn: today };
    expect(saysOf(addEvidence(later, { ...context, condition, order }))).toEqual([
      'date-out-of-order happenedOn',
    ]);
    expect(saysOf(addEvidence(input, { ...context, condition: undefined, order }))).toEqual([
      'condition-unknown conditionId',
    ]);
  });
});

it('is due on its day while it runs, and rests while it is only advised, certified, taken out or ended', () => {
  const condition = part({ dueOn: '2026-11-20' });
  expect(dueActs(order, condition)).toEqual(['certify-condition 2026-11-20']);
  const certified = part({ certifiedOn: '2026-11-21', certifiedBy: 'DC 2218' });
  expect(dueActs(order, certified)).toEqual(['propose-outcome 2026-11-27']);
  expect(dueActs(order, part({ takenOutOn: '2026-11-21', takenOutWhy: 'Varied.' }))).toEqual([]);
  const ended = held('order', { ...running, ended: 'expired', endedOn: '2026-11-21' });
  expect(dueActs(ended, part({ orderId: ended.id }))).toEqual([]);
  const advised = held('order', { subjectId, advisedOn: '2026-11-20' });
  expect(dueActs(advised, part({ orderId: advised.id }))).toEqual(['ask-of-advice 2026-12-04']);
});

it('is added while the order runs, and not once an outcome was proposed', () => {
  const { id, subjectId: _, orderId, ...input } = part().value;
  expect(addCondition(input, { ...context, order }).ok).toBe(true);
  const proposed = held('order', { ...running, proposedOutcome: '2', proposedOn: '2026-11-20' });
  expect(saysOf(addCondition(input, { ...context, order: proposed }))).toEqual([
    'order-settled orderId',
  ]);
});

it('says in one word how far a condition has come', () => {
  const condition = part();
  const of = (...records: readonly StoredRecord[]) => conditionState(condition, records);
  expect(of(order)).toBe('waiting');
  expect(of(order, seen(condition.id))).toBe('in-part');
  expect(of(order, seen(condition.id), seen(condition.id, { shows: 'not-kept' }))).toBe('not-kept');
  expect(conditionState(part({ certifiedOn: today, certifiedBy: 'DC' }), [order])).toBe(
    'certified',
  );
});
