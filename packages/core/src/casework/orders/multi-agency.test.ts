/**
 * Work with other agencies: nothing is shared without a gateway, contact is as frequent as the tier requires, panels
 * are followed up.
 */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { diary } from '../../desk/diary/diary.js';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import { addMonths } from '../../shared/dates.js';
import type { Instant, PlainDate } from '../../shared/index.js';
import type { StoredRecord } from '../../store/index.js';
import { saysOf } from '../../testing/case-under-test.js';
import { buildId, buildRecord, type Overrides } from '../../testing/fiction/builder.js';
import { testHost } from '../../testing/host.js';
import { correctAgencyContact, logAgencyContact } from '../contact/agency-contact.js';
import { workingCalendar } from '../rules/calendar.js';
import { gatherMonitoring } from '../rules/monitoring-rules.js';
import {
  beginMonitoring,
  correctMonitoring,
  endMonitoring,
  standingMonitoring,
} from './monitoring.js';
import { correctCheck, recordCheck } from './offending-check.js';
import { arrangePanel, finishAction, holdPanel, rearrangePanel } from './panel.js';

const today = '2026-11-24' as PlainDate;
const at = '2026-11-24T09:30:00.000Z' as Instant;
const context = { host: testHost({ at }), lists: gatherCodeLists() };

function held<K extends RecordKind>(kind: K, overrides: Overrides<K>): StoredRecord<K> {
  const value = buildRecord(kind, overrides) as RecordOf<K>;
  const when = { createdAt: at, updatedAt: at, updatedBy: buildId() };
  return { kind, id: value.id, value, heads: [buildId()], sources: {}, ...when };
}
const subject = held('subject', {});
const about = { subjectId: subject.id };
const dueActs = (...records: readonly StoredRecord[]) =>
  diary(records, { today, calendar: workingCalendar(), lists: context.lists }).entries.map(
    ({ act, by }) => `${act} ${by}`,
  );

describe('a contact with an agency', () => {
  const { id, subjectId, ...contact } = held('agencyContact', about).value;
  const says = (more: object) =>
    saysOf(logAgencyContact({ ...contact, ...more }, { ...context, subject, records: [] }));

  it('shares nothing without a gateway that is known', () => {
    expect(says({})).toEqual([]);
    expect(says({ gateway: 'not-known' })).toEqual(['gateway-not-known gateway']);
    expect(says({ gateway: 'nothing-shared' })).toEqual(['gateway-not-known gateway']);
    expect(says({ gateway: 'not-known', shared: undefined })).toEqual([]);
    expect(says({ gateway: 'other' })).toEqual(['missing gatewayNote']);
    expect(says({ gateway: 'other', about: '' })).toEqual(['missing about', 'missing gatewayNote']);
  });

  it('tells what was said apart as fact, report, opinion or inference', () => {
    expect(says({ statement: undefined })).toEqual(['missing statement']);
  });

  it('is followed up on the day that it set, by itself or by the same agency', () => {
    const nextOn = '2026-11-20';
    const first = held('agencyContact', { ...about, contactOn: '2026-11-10', nextOn });
    expect(dueActs(subject, first)).toEqual(['contact-agency 2026-11-20']);
    const again = (more: Overrides<'agencyContact'>) =>
      dueActs(subject, first, held('agencyContact', { ...about, ...more }));
    expect(again({ followsUp: first.id, contactOn: '2026-11-12' })).toEqual([]);
    expect(again({ contactOn: '2026-11-20' })).toEqual([]);
    expect(again({ contactOn: '2026-11-19' })).toEqual(['contact-agency 2026-11-20']);
    expect(again({ agency: 'cps', contactOn: '2026-11-21' })).toEqual([
      'contact-agency 2026-11-20',
    ]);
    expect(says({ nextOn: '2026-11-24' })).toEqual(['date-out-of-order nextOn']);
    expect(says({ followsUp: buildId() })).toEqual(['follows-unknown followsUp']);
  });
});

describe('a contact that was saved wrongly', () => {
  const first = held('agencyContact', about);
  const again = held('agencyContact', { ...about, followsUp: first.id });
  const { id: _, subjectId: _s, followsUp: _f, ...said } = again.value;
  const corrects = (more: object) => correctAgencyContact(again, { ...said, ...more }, context);

  it('has what is wrong set anew and nothing else, and still follows up what it did', () => {
    const done = corrects({ who: 'Perrin Hale', nextOn: undefined });
    expect(done.ok && done.value.commit).toMatchObject({ reason: 'correction' });
    expect(done.ok && done.value.commit.changes.map(({ record, set }) => [record, set])).toEqual([
      [again.id, { who: 'Perrin Hale', ...(said.nextOn ? { nextOn: null } : {}) }],
    ]);
    expect(saysOf(corrects({}))).toEqual(['nothing-changed']);
  });

  it('shares nothing without a gateway either', () => {
    expect(saysOf(corrects({ gateway: 'not-known' }))).toEqual(['gateway-not-known gateway']);
    expect(saysOf(corrects({ who: '' }))).toEqual(['missing who']);
    expect(saysOf(corrects({ contactOn: '2026-11-25' }))).toContain('date-in-future contactOn');
  });
});

describe('monitoring', () => {
  const begin = { tier: 'low-level', from: today, why: 'One matter.' };
  const standing = (more: Overrides<'monitoring'> = {}) =>
    held('monitoring', { ...about, checksFrom: undefined, ...more });

  it('asks for a contact as often as its tier does, counted from the last one', () => {
    const from = '2026-11-02';
    expect(dueActs(subject, standing({ from, tier: 'offender-management' }))).toEqual([
      'monitoring-contact 2026-11-16',
    ]);
    const seen = held('intervention', { ...about, heldOn: '2026-11-12' });
    const high = standing({ from, tier: 'offender-management' });
    expect(dueActs(subject, high, seen)).toEqual(['monitoring-contact 2026-11-26']);
    const corrected = held('intervention', { ...about, heldOn: '2026-11-05', corrects: seen.id });
    expect(dueActs(subject, high, seen, corrected)).toEqual(['monitoring-contact 2026-11-19']);
    expect(dueActs(subject, standing({ from, tier: 'universal' }))).toEqual([]);
    expect(dueActs(subject, standing({ from, endedOn: '2026-11-20' }))).toEqual([]);
  });

  it('counts a contact and a check in calendar days, as their rules do', () => {
    const day = '2026-11-02';
    const monitored = standing({ from: day, checksFrom: day, tier: 'offender-management' });
    const { entries } = diary([subject, monitored], {
      today,
      calendar: workingCalendar(),
      lists: context.lists,
    });
    const units = new Map(entries.map(({ act, inCalendarDays }) => [act, inCalendarDays]));
    expect(units.get('monitoring-contact')).toBe(true);
    expect(units.get('check-offending')).toBe(true);
  });

  it('asks for a check after 3, 6 and 12 months, one after the other, an unknown result among them', () => {
    const monitored = standing({ tier: 'universal', from: '2026-01-31', checksFrom: '2026-01-31' });
    const check = (point: string) =>
      held('offendingCheck', { ...about, point, checkedOn: '2026-08-01', result: 'not-known' });
    expect(dueActs(subject, monitored)).toEqual(['check-offending 2026-04-30']);
    expect(dueActs(subject, monitored, check('3'))).toEqual(['check-offending 2026-07-31']);
    expect(dueActs(subject, monitored, check('6'))).toEqual(['check-offending 2026-04-30']);
    expect(dueActs(subject, monitored, check('3'), check('6'), check('12'))).toEqual([]);
    const before = held('offendingCheck', { ...about, point: '3', checkedOn: '2026-01-30' });
    expect(dueActs(subject, monitored, before)).toEqual(['check-offending 2026-04-30']);
  });

  it('stands one at a time, and a new tier begins where the last one ended', () => {
    const before = standing({ from: '2026-11-02' });
    const task = { ...context, subject, records: [before] };
    const next = beginMonitoring({ ...begin, tier: 'offender-management' }, task);
    expect(next.ok && next.value.commit.changes.map(({ set }) => set)).toMatchObject([
      { replaces: before.id },
      { endedOn: today },
    ]);
    const early = beginMonitoring({ ...begin, from: '2026-11-01' as PlainDate }, task);
    expect(saysOf(early)).toEqual(['date-out-of-order from']);
    expect(standingMonitoring([before, standing({ endedOn: today })])).toBe(before);
  });

  it('is corrected where it was chosen wrongly, and the end of the one before moves with it', () => {
    const before = standing({ from: '2026-11-02', endedOn: '2026-11-16' });
    const now = standing({ from: '2026-11-16', replaces: before.id });
    const task = { ...context, subject, records: [before, now] };
    const { tier, why } = now.value;
    const corrects = (more: object, one = now) =>
      correctMonitoring(one, { tier, why, from: one.value.from, ...more }, task);
    const moved = corrects({ from: '2026-11-12' as PlainDate });
    expect(moved.ok && moved.value.commit.changes.map(({ record, set }) => [record, set])).toEqual([
      [now.id, { from: '2026-11-12' }],
      [before.id, { endedOn: '2026-11-12' }],
    ]);
    const worded = corrects({ why: 'Another matter.' });
    expect(worded.ok && worded.value.commit.changes).toHaveLength(1);
    expect(saysOf(corrects({ from: '2026-11-01' }))).toEqual(['date-out-of-order from']);
    expect(saysOf(corrects({ from: '2026-11-25' }))).toEqual(['date-in-future from']);
    expect(saysOf(corrects({ from: '2026-11-17' }, before))).toEqual(['date-out-of-order from']);
    // Its end is the beginning of the next one, so no form can set it.
    expect(saysOf(corrects({ endedOn: '2026-11-20', endedWhy: 'Moved.' }, before))).toEqual([
      'nothing-changed',
    ]);
  });

  it('has an end corrected that an officer gave, and keeps its reason', () => {
    const ended = standing({ from: '2026-11-02', endedOn: '2026-11-20', endedWhy: 'Moved.' });
    const { tier, why, from } = ended.value;
    const corrects = (more: object) =>
      correctMonitoring(
        ended,
        { tier, why, from, endedOn: '2026-11-20' as PlainDate, endedWhy: 'Moved.', ...more },
        { ...context, subject, records: [ended] },
      );
    const done = corrects({ endedOn: '2026-11-19' });
    expect(done.ok && done.value.commit.changes[0]?.set).toEqual({ endedOn: '2026-11-19' });
    expect(saysOf(corrects({ endedWhy: ' ' }))).toEqual(['missing endedWhy']);
    expect(saysOf(corrects({ endedOn: '2026-11-25' }))).toEqual(['date-in-future endedOn']);
    expect(saysOf(corrects({ endedOn: '2026-11-01' }))).toEqual(['date-out-of-order from']);
  });

  it('speaks of no offence of a child under ten', () => {
    const young = held('subject', { bornOn: '2016-11-25' });
    const task = { ...context, subject: young, records: [] };
    expect(saysOf(beginMonitoring(begin, task))).toEqual(['under-ten tier']);
    expect(beginMonitoring({ ...begin, tier: 'cusp' }, task).ok).toBe(true);
  });

  it('ends with a reason', () => {
    expect(saysOf(endMonitoring(standing(), {}, context))).toEqual(['missing endedWhy']);
    expect(endMonitoring(standing(), { endedWhy: 'Moved.' }, context).ok).toBe(true);
    const ended = standing({ endedOn: today });
    expect(saysOf(endMonitoring(ended, { endedWhy: 'Moved.' }, context))).toEqual([
      'monitoring-ended endedOn',
    ]);
  });

  it('keeps a check with who made it and where, and lets it be unknown', () => {
    const check = { point: '3', checkedBy: 'DC 2218', system: 'Force record system' };
    const task = { ...context, subject };
    const unknown = recordCheck({ ...check, result: 'not-known' }, task);
    expect([unknown.ok, saysOf(unknown)]).toEqual([true, ['note-wanted note']]);
    expect(saysOf(recordCheck({ point: '3', result: 'nothing' }, task))).toEqual([
      'missing checkedBy',
      'missing system',
    ]);
    const ahead = { ...check, result: 'nothing', checkedOn: '2026-11-25' as PlainDate };
    expect(saysOf(recordCheck(ahead, task))).toEqual(['date-in-future checkedOn']);
  });

  it('has a check corrected, with what it was before in the history alone', () => {
    const made = held('offendingCheck', { ...about, result: 'not-known', note: 'Locked out.' });
    const { id: _, subjectId: _s, ...said } = made.value;
    const corrects = (more: object) => correctCheck(made, { ...said, ...more }, context);
    const done = corrects({ result: 'nothing', note: undefined });
    expect(done.ok && done.value.commit).toMatchObject({
      reason: 'correction',
      changes: [{ record: made.id, set: { result: 'nothing', note: null } }],
    });
    expect(saysOf(corrects({ note: undefined }))).toEqual(['note-wanted note']);
    expect(saysOf(corrects({ system: '' }))).toEqual(['missing system']);
    expect(saysOf(corrects({}))).toEqual(['nothing-changed']);
  });

  it('goes by rules that a force hands over', () => {
    const rules = gatherMonitoring();
    const tiers = rules.tiers.map((each) => ({ ...each, everyDays: 7 }));
    const { entries } = diary([subject, standing({ from: '2026-11-20' })], {
      today,
      calendar: workingCalendar(),
      lists: context.lists,
      monitoring: gatherMonitoring({ ...rules, tiers }),
    });
    expect(entries.map(({ by }) => by)).toEqual(['2026-11-27']);
    expect(() => gatherMonitoring({})).toThrow('Not rules of monitoring');
  });
});

it('counts months to the same day, or to the last of the month', () => {
  const plus = (day: string, months: number) => addMonths(day as PlainDate, months);
  expect(plus('2026-11-30', 3)).toBe('2027-02-28');
  expect(plus('2027-11-30', 3)).toBe('2028-02-29');
  expect(plus('2026-01-15', 12)).toBe('2027-01-15');
  expect(plus('2026-08-31', 1)).toBe('2026-09-30');
});

describe('a panel', () => {
  const panel = (more: Overrides<'panel'> = {}) =>
    held('panel', { ...about, meetsOn: '2026-11-20', ...more });
  const came = { came: ['Perrin Hale'], cameTo: 'It fits him.' };
  const action = { what: 'Find a mentor', owner: 'Perrin Hale', dueOn: '2026-12-01' as PlainDate };

  it('is arranged with its agenda and papers, and says where its gateway is not known', () => {
    const input = { panel: 'Panel of Testford', meetsOn: today, gateway: 'not-known' };
    const made = arrangePanel(input, { ...context, subject });
    expect([made.ok, saysOf(made)]).toEqual([true, ['gateway-not-known gateway']]);
    expect(made.ok && made.value.commit.changes[0]?.set).toMatchObject({ agenda: [], papers: [] });
  });

  it('says what it came to once it has met, by a gateway that is known', () => {
    const ahead = panel({ meetsOn: '2026-11-25' });
    expect(saysOf(holdPanel(ahead, came, context))).toEqual(['panel-ahead cameTo']);
    expect(saysOf(holdPanel(panel(), {}, context))).toEqual(['missing cameTo', 'nobody-came came']);
    expect(saysOf(holdPanel(panel({ gateway: 'not-known' }), came, context))).toEqual([
      'gateway-not-known gateway',
    ]);
    const met = holdPanel(panel(), { ...came, actions: [action] }, context);
    expect(met.ok && met.value.commit.changes[0]?.set).toEqual({ ...came, actions: [action] });
    const early = { ...action, dueOn: '2026-11-19' as PlainDate };
    expect(saysOf(holdPanel(panel(), { ...came, actions: [early] }, context))).toEqual([
      'date-out-of-order actions.0.dueOn',
    ]);
  });

  it('is put off while it has not met, and its agenda changed', () => {
    const ahead = panel({ meetsOn: '2026-11-25' });
    const { panel: name, gateway, agenda, papers } = ahead.value;
    const arranges = (more: object, one = ahead) =>
      rearrangePanel(
        one,
        { panel: name, meetsOn: one.value.meetsOn, gateway, agenda, papers, ...more },
        context,
      );
    const off = arranges({ meetsOn: '2026-12-09' });
    expect(off.ok && off.value.commit.changes.map(({ set }) => set)).toEqual([
      { meetsOn: '2026-12-09' },
    ]);
    expect(saysOf(arranges({}))).toEqual(['nothing-changed']);
    const met = panel({ ...came, actions: [{ ...action, dueOn: '2026-11-30' }] });
    expect(saysOf(arranges({ meetsOn: '2026-11-25' }, met))).toEqual(['date-in-future meetsOn']);
    expect(saysOf(arranges({ meetsOn: '2026-12-01' }, met))).toEqual([
      'date-in-future meetsOn',
      'date-out-of-order meetsOn',
    ]);
    expect(saysOf(arranges({ gateway: 'not-known' }, met))).toEqual(['gateway-not-known gateway']);
  });

  it('is in the diary until it has met, and its actions one after the other', () => {
    expect(dueActs(subject, panel())).toEqual(['hold-panel 2026-11-20']);
    const actions = [
      { ...action, dueOn: '2026-12-04' },
      { ...action, dueOn: '2026-12-01' },
    ];
    expect(dueActs(subject, panel({ ...came, actions }))).toEqual(['panel-action 2026-12-01']);
    const done = { ...action, doneOn: today };
    expect(dueActs(subject, panel({ ...came, actions: [done] }))).toEqual([]);
  });

  it('has an action done once, and not before it met or tomorrow', () => {
    const held = panel({ ...came, actions: [action] });
    const finish = (nth: number, on?: string) =>
      finishAction(held, nth, on as PlainDate | undefined, context);
    expect(finish(0).ok && saysOf(finish(0))).toEqual([]);
    expect(saysOf(finish(1))).toEqual(['action-done actions']);
    expect(saysOf(finish(0, '2026-11-25'))).toEqual(['date-in-future actions.0.doneOn']);
    expect(saysOf(finish(0, '2026-11-19'))).toEqual(['date-out-of-order actions.0.doneOn']);
  });
});
