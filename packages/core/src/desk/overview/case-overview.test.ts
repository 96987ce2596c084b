/** Overview of a case, part by part. */
import { describe, expect, it } from 'vitest';
import { workingCalendar } from '../../casework/rules/calendar.js';
import { gatherCodeLists } from '../../codes/index.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { heldRecord as held } from '../../testing/held-under-test.js';
import { caseOverview, type OverviewContext } from './case-overview.js';

const context: OverviewContext = {
  today: '2026-11-24' as PlainDate,
  calendar: workingCalendar(),
  lists: gatherCodeLists(),
};
const subject = held('subject', { name: 'Rowan Vael' });
const about = { subjectId: subject.id };

function overview(records: readonly StoredRecord[], more: Partial<OverviewContext> = {}) {
  const found = caseOverview([subject, ...records], subject.id, { ...context, ...more });
  if (!found) throw new Error('no overview');
  return found;
}

describe('why somebody is here', () => {
  it('is the latest referral, with who made it, the decision in force and what was given since', () => {
    const referrer = held('referrer', { name: 'Ottilie Brandt' });
    const first = held('referral', { ...about, receivedOn: '2026-02-01' });
    const latest = held('referral', {
      ...about,
      referrerId: referrer.id,
      receivedOn: '2026-11-10',
      status: 'accepted',
    });
    const early = held('decision', { ...about, referralId: latest.id, outcome: 'decline' });
    const changed = held('decision', {
      ...about,
      referralId: latest.id,
      outcome: 'accept',
      replaces: early.id,
    });
    const onFirst = held('decision', {
      ...about,
      referralId: first.id,
      outcome: 'decline',
      decidedOn: '2026-11-24',
    });
    const order = held('order', { ...about, givenOn: '2026-11-20', givenBy: 'DC 2218' });
    const { whyHere } = overview([latest, first, referrer, early, changed, onFirst, order]);
    expect(whyHere).toEqual({
      referral: latest,
      referrer,
      decision: changed,
      given: order,
      earlier: 1,
    });
  });

  it('is absent without a referral, and has no referrer, decision or order that nobody recorded', () => {
    expect(overview([]).whyHere).toBeUndefined();
    const referral = held('referral', about);
    const order = held('order', about);
    expect(overview([referral, order]).whyHere).toEqual({ referral, earlier: 0 });
  });
});

describe('the last contact', () => {
  it('is the latest that no later entry corrects, and all of those are counted', () => {
    const early = held('intervention', { ...about, heldOn: '2026-11-02' });
    const wrong = held('intervention', { ...about, heldOn: '2026-11-23' });
    const right = held('intervention', { ...about, heldOn: '2026-11-12', corrects: wrong.id });
    expect(overview([right, wrong, early]).contacts).toEqual({ count: 2, last: right });
    expect(overview([]).contacts).toEqual({ count: 0 });
  });
});

describe('the plan', () => {
  const plan = held('plan', { ...about, madeOn: '2026-11-01', reviewDueOn: '2027-02-01' });
  const objective = (over: object) => held('objective', { ...about, planId: plan.id, ...over });

  it('has a step for each objective, the settled first, and the next session as its next step', () => {
    const done = { result: 'achieved', closedOn: '2026-11-20', closedBecause: 'Shown.' };
    const partly = { result: 'partly', closedOn: '2026-11-21', closedBecause: 'In part.' };
    const past = held('session', { ...about, arrangedFor: '2026-11-20' });
    const later = held('session', { ...about, arrangedFor: '2026-12-08' });
    const next = held('session', { ...about, arrangedFor: '2026-12-01' });
    const found = overview([
      plan,
      objective({ planId: subject.id }),
      objective({}),
      objective(partly),
      objective(done),
      later,
      past,
      next,
    ]).plan;
    expect(found).toMatchObject({ version: 1, steps: ['achieved', 'closed', 'open'] });
    expect(found?.next).toEqual({ kind: 'session', session: next });
  });

  it('has the nearest target as its next step while no session is arranged, and none once all is settled', () => {
    const far = objective({ targetOn: '2027-02-01' });
    const near = objective({ targetOn: '2026-12-20' });
    expect(overview([plan, far, near]).plan?.next).toEqual({ kind: 'objective', objective: near });
    expect(overview([plan]).plan).not.toHaveProperty('next');
  });

  it('is the one that has not ended, numbered among all of them', () => {
    const ended = held('plan', { ...about, ended: 'replaced', endedOn: '2026-11-20' });
    const present = held('plan', { ...about, replaces: ended.id });
    expect(overview([ended, present]).plan).toMatchObject({ plan: present, version: 2 });
    expect(overview([ended])).not.toHaveProperty('plan');
  });
});

describe('the level over time', () => {
  const bands = ['low', 'medium', 'high'].map((id) => ({ id, label: id }));
  const signed = (on: string, over: object = {}) =>
    held('assessment', {
      ...about,
      assessedOn: on,
      noLevel: undefined,
      levels: [{ id: 'medium', label: 'Medium' }],
      signedAt: `${on}T10:00:00.000Z`,
      signedBy: subject.id,
      ...over,
    });

  it('has a step for each signed assessment, by its day, and none for a draft', () => {
    const [late, early] = [signed('2026-11-20'), signed('2026-03-02')];
    const draft = signed('2026-11-22', { signedAt: undefined, signedBy: undefined });
    const { levels } = overview([late, draft, early], { findInstrument: () => ({ bands }) });
    expect(levels.map(({ assessment }) => assessment.id)).toEqual([early.id, late.id]);
    expect(levels[0]).toMatchObject({ labels: ['Medium'], places: { low: 1, high: 1, of: 3 } });
  });

  it('keeps a range as a range, a missing level as none, and no place where the instrument is unknown', () => {
    const range = signed('2026-03-02', {
      levels: [
        { id: 'low', label: 'Low' },
        { id: 'high', label: 'High' },
      ],
      noLevel: 'answers-missing',
    });
    const none = signed('2026-06-02', { noLevel: 'too-few-answers' });
    const { levels } = overview([range, none], { findInstrument: () => ({ bands }) });
    expect(levels.map(({ labels, places }) => ({ labels, places }))).toEqual([
      { labels: ['Low', 'High'], places: { low: 0, high: 2, of: 3 } },
      { labels: [], places: undefined },
    ]);
    expect(overview([range]).levels[0]).not.toHaveProperty('places');
  });

  it('shows another level once a second officer has confirmed it, and not before', () => {
    const other = {
      level: 'high',
      levelLabel: 'High',
      reason: 'Harm is meant.',
      proposedBy: subject.id,
      proposedAt: '2026-11-20T10:00:00.000Z',
    };
    const confirmed = { confirmedBy: subject.id, confirmedAt: '2026-11-21T10:00:00.000Z' };
    const words = (override: object) =>
      overview([signed('2026-11-20', { override })]).levels[0]?.labels;
    expect(words(other)).toEqual(['Medium']);
    expect(words({ ...other, ...confirmed })).toEqual(['High']);
  });
});

describe('who is in somebody’s life', () => {
  it('is the person, a parent, the school, a worker, others and the referrer, in that order', () => {
    const referrer = held('referrer', { name: 'Ottilie Brandt' });
    const around = (relationshipKind: string, over: object = {}) =>
      held('relatedPerson', { ...about, relationshipKind, ...over });
    const [friend, worker, teacher, mother] = [
      around('friend'),
      around('social-worker'),
      around('teacher'),
      around('parent-carer'),
    ];
    const referral = held('referral', { ...about, referrerId: referrer.id });
    const { people } = overview([friend, worker, teacher, mother, referrer, referral]);
    expect(people.map(({ part, record }) => [part, record.id])).toEqual([
      ['self', subject.id],
      ['parent', mother.id],
      ['school', teacher.id],
      ['worker', worker.id],
      ['other', friend.id],
      ['referrer', referrer.id],
    ]);
  });

  it('has only numbers in use and roles that apply today, and a name only where it is known', () => {
    const own = held('subject', {
      phones: ['07700 900123', '07700 900124'],
      ended: [{ what: 'phones', value: '07700 900123', until: '2026-11-01' }],
    });
    const person = held('relatedPerson', {
      subjectId: own.id,
      name: undefined,
      relationshipKind: undefined,
      roles: [
        { role: 'supporter', from: '2026-01-01', until: '2026-10-01' },
        { role: 'parental-responsibility', from: '2026-01-01' },
      ],
    });
    const found = caseOverview([own, person], own.id, context);
    expect(found?.people[0]?.phones).toEqual(['07700 900124']);
    expect(found?.people[1]).toMatchObject({ part: 'parent', roles: ['parental-responsibility'] });
    expect(found?.people[1]).not.toHaveProperty('name');
  });

  it('says the school in use, and none where it has ended', () => {
    expect(overview([]).school).toBe('Testford Academy');
    const left = held('subject', {
      schools: [{ name: 'Testford Academy', notedOn: '2026-01-01', until: '2026-07-01' }],
    });
    expect(caseOverview([left], left.id, context)).not.toHaveProperty('school');
  });
});

describe('the other parts', () => {
  it('keep in mind what the contact plan says, what is safe first, and what the referral said of needs until then', () => {
    const plan = held('contactPlan', {
      ...about,
      pronouns: undefined,
      communication: undefined,
      sensory: undefined,
      condition: undefined,
      whyNecessary: undefined,
      avoid: 'Raised voices',
      safeContact: 'Text first',
      bestWays: ['telephone'],
    });
    const fields = overview([plan]).keepInMind.map(({ field }) => field);
    expect(fields.slice(0, 1)).toEqual(['safeContact']);
    expect(fields).toEqual(expect.arrayContaining(['bestWays', 'avoid']));
    const needy = held('subject', { communicationNeeds: 'Short sentences' });
    expect(caseOverview([needy], needy.id, context)?.keepInMind).toMatchObject([
      { field: 'communicationNeeds', words: ['Short sentences'] },
    ]);
  });

  it('count the conditions of orders in force, met and open, the nearest last day first', () => {
    const order = held('order', { ...about, givenOn: '2026-11-03', givenBy: 'DC 2218' });
    const advised = held('order', about);
    const of = (orderId: string, over: object) => held('condition', { ...about, orderId, ...over });
    const met = of(order.id, { certifiedOn: '2026-11-20', certifiedBy: 'DC 2218' });
    const [late, soon] = [
      of(order.id, { dueOn: '2027-02-12' }),
      of(order.id, { dueOn: '2026-12-11' }),
    ];
    const out = of(order.id, { takenOutOn: '2026-11-21', takenOutWhy: 'The court did.' });
    const found = overview([order, advised, met, late, soon, out, of(advised.id, {})]).conditions;
    expect(found).toMatchObject({ met: 1, all: 3 });
    expect(found?.open.map(({ condition }) => condition.id)).toEqual([soon.id, late.id]);
    expect(overview([advised])).not.toHaveProperty('conditions');
  });

  it('name the concerns that are not closed, danger first and then the latest', () => {
    const [danger, first, second] = [
      held('safeguardingConcern', { ...about, riskNow: 'immediate' }),
      held('safeguardingConcern', about),
      held('safeguardingConcern', about),
    ];
    const closed = held('safeguardingConcern', {
      ...about,
      closedOn: '2026-11-23',
      closedWhy: 'Agreed with social care.',
    });
    const { openConcerns } = overview([danger, first, closed, second]);
    expect(openConcerns).toEqual([danger, second, first]);
  });

  it('mark a contact, a missed one, a session, a decision and a notice, each on its day', () => {
    const contact = held('intervention', { ...about, heldOn: '2026-11-02' });
    const absent = held('intervention', { ...about, heldOn: '2026-11-03', outcome: 'not-present' });
    const came = held('session', { ...about, arrangedFor: '2026-11-04', attendance: 'attended' });
    const same = held('session', {
      ...about,
      arrangedFor: '2026-11-02',
      attendance: 'attended',
      interventionId: contact.id,
    });
    const missed = held('session', {
      ...about,
      arrangedFor: '2026-11-05',
      attendance: 'absent-unacceptable',
      whyNot: 'Said nothing.',
    });
    const moved = held('session', {
      ...about,
      arrangedFor: '2026-11-06',
      attendance: 'cancelled-by-us',
    });
    const decision = held('decision', { ...about, decidedOn: '2026-11-07' });
    const notice = held('ceaseAndDesist', { ...about, servedOn: '2026-11-08' });
    const arranged = held('session', { ...about, arrangedFor: '2026-12-01' });
    const ahead = held('ceaseAndDesist', { ...about, servedOn: '2026-12-02' });
    const { course } = overview([
      notice,
      ahead,
      decision,
      arranged,
      moved,
      missed,
      same,
      came,
      absent,
      contact,
    ]);
    expect(course.map(({ on, mark }) => `${on} ${mark}`)).toEqual([
      '2026-11-02 contact',
      '2026-11-03 not-met',
      '2026-11-04 session',
      '2026-11-05 not-met',
      '2026-11-07 decision',
      '2026-11-08 notice',
    ]);
  });

  it('are nothing at all of somebody who is not among the records', () => {
    expect(caseOverview([held('referral', about)], subject.id, context)).toBeUndefined();
  });
});
