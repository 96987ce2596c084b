import { describe, expect, it } from 'vitest';
import { workingCalendar } from '../../casework/rules/calendar.js';
import { gatherCodeLists } from '../../codes/index.js';
import { RECORD_KINDS, type RecordKind } from '../../record/kind.js';
import type { Instant, PlainDate } from '../../shared/index.js';
import type { StoredRecord } from '../../store/log/port.js';
import { buildId, buildRecord, type Overrides } from '../../testing/fiction/builder.js';
import { diary } from './diary.js';

const day = (text: string) => text as PlainDate;
const lists = gatherCodeLists();
const calendar = workingCalendar();
const today = day('2026-11-24');
const officer = buildId();
const context = { today, calendar, lists };
let second = 0;

/** The record as a store would return it, each recorded a second after the one before. */
function held<K extends RecordKind>(
  kind: K,
  overrides: Overrides<K> = {} as Overrides<K>,
  on = '2026-11-23',
): StoredRecord<K> {
  second += 1;
  const at = new Date(Date.parse(`${on}T08:00:00Z`) + second * 10).toISOString() as Instant;
  const value = buildRecord(kind, overrides);
  const more = {
    heads: [buildId()],
    sources: {},
    createdAt: at,
    updatedAt: at,
    updatedBy: officer,
  };
  return { kind, id: value.id, value, ...more };
}
const acts = (records: readonly StoredRecord[], more: object = {}) =>
  diary(records, { ...context, ...more }).entries.map(
    ({ act, by, state }) => `${act} ${by ?? 'no day'} ${state}`,
  );

describe('what each kind makes due', () => {
  it('is a reply within five working days, then what was left open', () => {
    const enquiry = held('enquiry', { receivedOn: '2026-11-20' });
    expect(acts([enquiry])).toEqual(['decide-enquiry 2026-11-27 coming']);
    const decide = (outcome: string, more: object = {}) =>
      held('decision', {
        subjectId: undefined,
        enquiryId: enquiry.id,
        outcome,
        decidedOn: '2026-11-23',
        ...more,
      });
    const accept = decide('accept');
    expect(acts([enquiry, accept])).toEqual(['reply-to-enquiry 2026-11-27 coming']);
    const told = (decision: StoredRecord<'decision'>): StoredRecord<'enquiry'> => ({
      ...enquiry,
      value: { ...enquiry.value, repliedOn: today, repliedWith: decision.id },
    });
    expect(acts([told(accept), accept])).toEqual(['chase-form 2026-12-08 coming']);
    const referral = held('referral', { enquiryId: enquiry.id, status: 'declined' });
    expect(acts([told(accept), accept, referral])).toEqual([]);
    // The only record left once the referral was refused and destroyed: the form did come back.
    const refusal = held('refusal', { enquiryId: enquiry.id, handling: 'dispose' });
    expect(acts([told(accept), accept, refusal])).toEqual([]);
    const changed = decide('decline', { replaces: accept.id, decidedOn: '2026-11-24' });
    expect(acts([told(accept), accept, changed])).toEqual(['reply-to-enquiry 2026-12-01 coming']);
    expect(acts([told(changed), accept, changed])).toEqual([]);
    const more = decide('more-information');
    expect(acts([told(more), more])).toEqual(['chase-enquiry 2026-12-08 coming']);
  });

  it('is a decision on a referral, then first contact', () => {
    const subjectId = buildId();
    const referral = (status: string) =>
      held('referral', { subjectId, status, receivedOn: '2026-11-16' });
    expect(acts([referral('received')])).toEqual(['decide-referral 2026-11-23 overdue']);
    const accepted = referral('accepted');
    const decision = held('decision', {
      subjectId,
      referralId: accepted.id,
      decidedOn: '2026-11-20',
    });
    expect(acts([accepted, decision])).toEqual(['make-first-contact 2026-12-04 coming']);
    const before = held('intervention', { subjectId, heldOn: '2026-11-15' });
    const contact = held('intervention', { subjectId, heldOn: '2026-11-21' });
    const corrects = held('intervention', {
      subjectId,
      heldOn: '2026-11-01',
      corrects: contact.id,
    });
    expect(acts([accepted, decision, before])).toHaveLength(1);
    expect(acts([accepted, decision, contact])).toEqual([]);
    expect(acts([accepted, decision, contact, corrects])).toHaveLength(1);
    expect(acts([referral('declined')])).toEqual([]);
    const asked = referral('received');
    const more = held('decision', {
      subjectId,
      referralId: asked.id,
      outcome: 'more-information',
      decidedOn: '2026-11-20',
    });
    expect(acts([asked, more])).toEqual(['chase-referral 2026-12-04 coming']);
  });

  it('is a follow-up, until a contact on or after that day, or one that says that it is it', () => {
    const subjectId = buildId();
    const first = held('intervention', {
      subjectId,
      heldOn: '2026-11-10',
      followUpDueOn: '2026-11-24',
    });
    expect(acts([first])).toEqual(['follow-up 2026-11-24 due']);
    const early = held('intervention', { subjectId, heldOn: '2026-11-20' });
    expect(acts([first, early])).toHaveLength(1);
    const said = held('intervention', { subjectId, heldOn: '2026-11-20', followsUp: first.id });
    expect(acts([first, said])).toEqual([]);
    const late = held('intervention', { subjectId, heldOn: '2026-11-24' });
    expect(acts([first, late])).toEqual([]);
    const other = held('intervention', { heldOn: '2026-11-24' });
    expect(acts([first, other])).toHaveLength(1);
    const corrected = held('intervention', {
      subjectId,
      heldOn: '2026-11-11',
      followUpDueOn: '2026-11-25',
      corrects: first.id,
    });
    expect(acts([first, corrected])).toEqual(['follow-up 2026-11-25 coming']);
    expect(acts([first, corrected, said])).toEqual([]);
    const taken = held('intervention', { subjectId, heldOn: '2026-11-01', corrects: late.id });
    expect(acts([first, late, taken])).toHaveLength(1);
  });

  it('is a hold’s review, a promise, somebody undecided, and what is kept or to be disposed of', () => {
    expect(acts([held('hold', { reviewDueOn: '2026-11-24' })])).toEqual([
      'review-hold 2026-11-24 due',
    ]);
    expect(acts([held('hold', { liftedOn: '2026-11-24' })])).toEqual([]);
    expect(acts([held('promise', { madeOn: '2026-11-01', dueOn: '2026-11-23' })])).toEqual([
      'keep-promise 2026-11-23 overdue',
    ]);
    expect(acts([held('promise', { settled: 'kept' })])).toEqual([]);

    const identification = held('identification', { identifiedOn: '2026-11-23' });
    const about = {
      subjectId: identification.value.subjectId,
      identificationId: identification.id,
    };
    expect(acts([identification])).toEqual(['decide-identification 2026-12-21 coming']);
    const decided = (outcome: string) => held('decision', { ...about, outcome });
    expect(acts([identification, decided('refer')])).toEqual([]);
    expect(acts([identification, decided('pass')])).toEqual(['dispose 2026-11-24 due']);

    const referral = held('referral', { status: 'declined' });
    const refusal = (more: object) =>
      held('refusal', { referralId: referral.id, refusedOn: '2026-11-23', ...more });
    expect(acts([referral, refusal({})])).toEqual(['settle-refusal 2027-11-24 coming']);
    const gone = refusal({ handling: 'dispose', keepUntil: undefined });
    expect(acts([referral, gone])).toEqual(['dispose 2026-11-23 overdue']);
    expect(acts([gone])).toEqual([]);
  });

  it('is first of all danger, then a concern of which nobody was told', () => {
    const concern = held('safeguardingConcern', { told: ['nobody-yet'] }, '2026-11-24');
    const danger = held('enquiry', { riskNow: 'immediate', receivedOn: '2026-11-23' });
    const overdue = held('promise', { madeOn: '2026-01-01', dueOn: '2026-01-02' });
    expect(acts([overdue, danger, concern])).toEqual([
      'decide-enquiry 2026-11-30 coming',
      'tell-of-concern 2026-11-24 due',
      'keep-promise 2026-01-02 overdue',
    ]);
    expect(
      acts([
        held('safeguardingConcern', { told: ['mash'], closedOn: '2026-11-24', closedWhy: 'Done.' }),
      ]),
    ).toEqual([]);
  });

  it('says of two of one kind which is which', () => {
    const concern = held('safeguardingConcern', { told: ['nobody-yet'] });
    const later = { ...concern, createdAt: '2026-11-24T22:11:00.000Z' as Instant };
    const referral = held('referral', { reference: 'NCCU/2026/0417', receivedOn: '2026-11-23' });
    const whys = diary([later, referral], context).entries.map(({ why }) => why);
    expect(whys[0]).toMatch('recorded on 24 November 2026, 22:11, and nobody');
    expect(whys[1]).toMatch('Referral NCCU/2026/0417 was received on 23 November 2026.');
  });

  it('is said of whom by an id alone', () => {
    const promise = held('promise', { words: 'Ring Rowan Vael.' });
    const [entry] = diary([promise], context).entries;
    expect(entry).toMatchObject({ about: promise.value.subjectId, record: promise.id });
    expect(JSON.stringify(entry)).not.toMatch('Rowan');
    const enquiry = diary([held('enquiry')], context).entries;
    expect(enquiry[0]).not.toHaveProperty('about');
  });
});

describe('trouble', () => {
  it('keeps what is due when the table of bank holidays has run out, and says so', () => {
    const enquiry = held('enquiry', { receivedOn: '2028-12-28' });
    const { entries, issues } = diary([enquiry], { ...context, today: day('2028-12-29') });
    expect(entries).toMatchObject([{ act: 'decide-enquiry', state: 'due' }]);
    expect(entries[0]).not.toHaveProperty('by');
    expect(entries[0]?.why).toMatch('The table of bank holidays covers');
    expect(issues.map(({ code }) => code)).toContain('calendar-run-out');
  });

  it.each([
    ['2025-11-24', 'clock-behind'],
    ['2027-11-24', 'clock-ahead'],
  ])('says on %s that the clock cannot be right', (on, code) => {
    const { issues } = diary([held('subject')], { ...context, today: day(on) });
    expect(issues).toMatchObject([{ code, severity: 'warning' }]);
    expect(issues[0]?.message).toMatch('your records were last saved on 23 November 2026');
  });

  it('trusts a clock that may be right', () => {
    for (const on of ['2026-11-22', '2026-11-24', '2027-06-01'])
      expect(diary([held('subject')], { ...context, today: day(on) }).issues).toEqual([]);
    expect(diary([], context)).toEqual({ entries: [], issues: [] });
  });
});

it('asks of every kind of record what it makes due', () => {
  for (const kind of RECORD_KINDS) expect(() => diary([held(kind)], context)).not.toThrow();
});
