/** Obstacle to an act, known before the officer begins it. */
import { describe, expect, it } from 'vitest';
import { workingCalendar } from '../../casework/rules/calendar.js';
import { gatherCodeLists } from '../../codes/index.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { heldRecord as held } from '../../testing/held-under-test.js';
import { diary } from '../diary/diary.js';
import { type GuardedAct, obstacleTo } from './act-obstacle.js';

const subject = held('subject');
const about = { subjectId: subject.id };
const context = {
  today: '2026-11-24' as PlainDate,
  calendar: workingCalendar(),
  lists: gatherCodeLists(),
};

function before(act: GuardedAct, ...others: readonly StoredRecord[]) {
  const records = [subject, ...others];
  return obstacleTo(act, records, subject.id, diary(records, context).entries);
}
const concern = held('safeguardingConcern', about);
const closing = held('decision', {
  ...about,
  outcome: 'close',
  closureReason: 'no-further-concern',
});

describe('before a case is closed', () => {
  it('an open concern is closed first, then a referral is decided on', () => {
    const referral = held('referral', about);
    expect(before('close', concern, referral)).toEqual({
      name: 'concern-open',
      concern: concern.id,
    });
    expect(before('close', referral)).toEqual({
      name: 'referral-undecided',
      referral: referral.id,
    });
    const over = { closedOn: '2026-11-23', closedWhy: 'Agreed with social care.' };
    expect(before('close', held('safeguardingConcern', { ...about, ...over }))).toBeUndefined();
    expect(before('close')).toBeUndefined();
  });

  it('nothing stands before it is opened again', () => {
    expect(before('close', concern, closing)).toBeUndefined();
  });
});

describe('before a case is disposed of', () => {
  it('a hold is lifted, a concern is closed, and the case itself', () => {
    const hold = held('hold', about);
    expect(before('dispose', hold, concern)).toEqual({ name: 'hold-in-place', hold: hold.id });
    expect(before('dispose', concern)).toMatchObject({ name: 'concern-open' });
    expect(before('dispose')).toEqual({ name: 'not-closed' });
    expect(before('dispose', closing)).toBeUndefined();
  });
});

describe('before papers and checks', () => {
  it('there is a referral, a contact plan, and no check in place', () => {
    expect(before('summarise')).toEqual({ name: 'no-referral' });
    expect(before('summarise', held('referral', about))).toBeUndefined();
    expect(before('page-for-visit')).toEqual({ name: 'no-contact-plan' });
    expect(before('page-for-visit', held('contactPlan', about))).toBeUndefined();
    expect(before('ask-check', held('contactCheck', about))).toEqual({ name: 'check-in-place' });
    expect(before('ask-check')).toBeUndefined();
  });

  it('what is recorded of somebody else stands before nothing', () => {
    const theirs = held('safeguardingConcern', { subjectId: held('subject').id });
    expect(before('close', theirs)).toBeUndefined();
  });
});
