import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { diary } from '../../desk/diary/diary.js';
import type { RecordKind } from '../../record/kind.js';
import type { Instant, PlainDate, Result } from '../../shared/index.js';
import type { StoredRecord } from '../../store/log/port.js';
import { buildId, buildRecord, type Overrides } from '../../testing/fiction/builder.js';
import { testHost } from '../../testing/host.js';
import { linksOf } from '../act/links.js';
import { workingCalendar } from '../rules/calendar.js';
import { gatherRetention } from '../rules/retention-rules.js';
import { retentionStanding } from './retention-standing.js';
import { chooseRetention, reviewRetention } from './review-retention.js';

const lists = gatherCodeLists();
const host = testHost({ at: '2026-11-24T09:30:00.000Z' });

function held<K extends RecordKind>(
  kind: K,
  overrides: Overrides<K>,
  on = '2026-01-12',
): StoredRecord<K> {
  const at = `${on}T09:00:00.000Z` as Instant;
  const value = buildRecord(kind, overrides);
  const when = { createdAt: at, updatedAt: at, updatedBy: buildId() };
  return { kind, id: value.id, value, heads: [buildId()], sources: {}, ...when };
}

const subject = held('subject', { bornOn: undefined });
const about = { subjectId: subject.id };
const suspected = held('subject', {
  id: subject.id,
  bornOn: undefined,
  categories: [{ category: 'suspected', from: '2026-01-12' }],
});
const child = held('subject', { id: subject.id, bornOn: '2009-02-03' });
const inGroup = (group: string) => held('retention', { ...about, group, decidedOn: '2026-01-12' });
const closed = held(
  'decision',
  { ...about, outcome: 'close', closureReason: 'completed', decidedOn: '2026-03-02' },
  '2026-03-02',
);
const reviewed = (reviewedOn: string, more: Overrides<'retentionReview'> = {}) =>
  held('retentionReview', { ...about, reviewedOn, ...more }, reviewedOn);
const heard = (receivedOn: string) =>
  held('referral', { ...about, receivedOn, status: 'closed' }, receivedOn);
const kept = reviewed('2026-03-10');

/** The retention entries of the diary, on a much later day. */
function dueIn(records: readonly StoredRecord[], today = '2026-07-01') {
  return diary(records, { today: today as PlainDate, calendar: workingCalendar(), lists })
    .entries.filter(({ act }) => /retention|dispose/.test(act))
    .map(({ act, by }) => `${act} ${by}`);
}

describe('the day of a retention review', () => {
  // Counted by hand. Twenty working days from 2 March 2026 end on 30 March; Good Friday is later.
  it.each([
    ['no offence, closed', [subject, closed], 'review-retention 2026-03-30'],
    ['no offence, reviewed', [subject, closed, kept], 'review-retention 2028-03-10'],
    [
      'group 1, reviewed',
      [subject, inGroup('group-1'), closed, kept],
      'review-retention 2036-03-10',
    ],
    [
      'group 2, reviewed',
      [subject, inGroup('group-2'), closed, kept],
      'review-retention 2036-03-10',
    ],
    [
      'group 3, reviewed',
      [subject, inGroup('group-3'), closed, kept],
      'review-retention 2031-03-10',
    ],
    [
      'group 4, reviewed',
      [subject, inGroup('group-4'), closed, kept],
      'review-retention 2032-03-10',
    ],
    [
      'a day that the reviewer chose',
      [subject, closed, reviewed('2026-03-10', { nextReviewOn: '2027-01-04' })],
      'review-retention 2027-01-04',
    ],
    ['turns 18 before the period ends', [child, closed, kept], 'review-retention 2027-02-03'],
    [
      'turned 18 and was reviewed since',
      [child, closed, reviewed('2027-02-04')],
      'review-retention 2029-02-04',
    ],
    [
      'a review on 29 February',
      [subject, closed, reviewed('2028-02-29')],
      'review-retention 2030-03-01',
    ],
    [
      'new information after the review: twenty working days from then',
      [subject, inGroup('group-3'), closed, kept, heard('2026-06-01')],
      'review-retention 2026-06-29',
    ],
    [
      'asked for by the person',
      [
        subject,
        closed,
        kept,
        held('hold', { ...about, reason: 'subject-access', from: '2026-06-01' }, '2026-06-01'),
      ],
      'review-retention 2026-06-29',
    ],
    [
      'decided to dispose',
      [subject, closed, reviewed('2026-03-10', { outcome: 'dispose' })],
      'dispose 2026-03-10',
    ],
    [
      'decided to dispose, and new information came',
      [subject, closed, reviewed('2026-03-10', { outcome: 'dispose' }), heard('2026-06-01')],
      'review-retention 2026-06-29',
    ],
  ])('%s', (_, records, due) => {
    expect(dueIn(records)).toEqual([due]);
  });

  it('is counted in calendar days after years, and in working days after what came up', () => {
    const units = (...records: readonly StoredRecord[]) =>
      diary(records, { today: '2026-07-01' as PlainDate, calendar: workingCalendar(), lists })
        .entries.filter(({ act }) => act === 'review-retention')
        .map(({ inCalendarDays }) => inCalendarDays);
    expect(units(subject, closed, kept)).toEqual([true]);
    expect(units(subject, inGroup('group-3'), closed, kept, heard('2026-06-01'))).toEqual([
      undefined,
    ]);
  });

  it('has no default for a person suspected of an offence: a group is to be chosen', () => {
    expect(dueIn([suspected, closed, kept])).toEqual(['set-retention 2026-03-30']);
  });

  it('starts the clear period again with new information, while the case is open', () => {
    const records = [subject, inGroup('group-3'), heard('2026-02-02')];
    const links = linksOf(records);
    expect(retentionStanding(subject, gatherRetention(), links).scheduled?.on).toBe('2032-02-02');
  });

  it('stays out of the diary while the case is open, until it is near', () => {
    expect(dueIn([subject], '2026-03-03')).toEqual([]);
    expect(dueIn([subject], '2027-11-24')).toEqual(['review-retention 2028-01-12']);
  });

  it('follows the periods that a force hands over, and no row that is none', () => {
    const own = {
      group: 'not-suspected',
      clearYears: 1,
      everyYears: 1,
      status: 'found',
      source: 'The force’s own schedule',
    };
    const retention = gatherRetention([own]);
    const calendar = workingCalendar();
    const [entry] = diary([subject, closed, kept], {
      today: '2026-03-20' as PlainDate,
      calendar,
      lists,
      retention,
    }).entries;
    expect(entry?.by).toBe('2027-03-10');
    expect(() => gatherRetention([{ group: 'group-1' }])).toThrow('Not a retention period');
  });
});

describe('a review', () => {
  const answers = (answer: string) =>
    (lists.get('nrac-question')?.codes ?? []).map(({ code }) => ({
      question: code,
      answer,
      rationale: 'As the file shows.',
    }));
  const context = { host, lists, subject, records: [subject, closed] };
  const codes = (result: Result<unknown>) => result.issues.map(({ code, at }) => `${code} ${at}`);
  const retain = { outcome: 'retain', rationale: 'Still needed.' } as const;

  it('answers every question in force, each with why', () => {
    const partly = [...answers('no').slice(0, 5), { question: 'substance-misuse', answer: 'no' }];
    expect(codes(reviewRetention({ ...retain, answers: partly }, context))).toEqual([
      'missing answers.5.rationale',
    ]);
    expect(codes(reviewRetention({ ...retain, answers: [] }, context))).toHaveLength(12);
    expect(reviewRetention({ ...retain, answers: answers('no') }, context).ok).toBe(true);
  });

  it('never takes not known for no, and asks for words where yes is disposed of', () => {
    const result = reviewRetention(
      { outcome: 'dispose', rationale: 'Proportionate.', answers: answers('yes') },
      context,
    );
    expect(result).toMatchObject({ ok: true, issues: [{ code: 'retention-yes-disposed' }] });
    const unknown = reviewRetention({ ...retain, answers: answers('unknown') }, context);
    expect(unknown).toMatchObject({ ok: true, issues: [{ code: 'retention-not-known' }] });
  });

  it('asks for its rationale, and comes to no disposal of an open case', () => {
    const input = { answers: answers('no'), outcome: 'dispose' };
    expect(codes(reviewRetention(input, context))).toEqual(['missing rationale']);
    const open = { ...context, records: [subject] };
    expect(codes(reviewRetention({ ...input, rationale: 'Done.' }, open))).toEqual([
      'case-open outcome',
    ]);
  });

  it('sets a next review that is after this one and within the period', () => {
    const next = (nextReviewOn: string) =>
      codes(
        reviewRetention(
          { ...retain, answers: answers('no'), nextReviewOn: nextReviewOn as PlainDate },
          context,
        ),
      );
    expect(next('2026-11-24')).toEqual(['date-out-of-order nextReviewOn']);
    expect(next('2028-11-25')).toEqual(['date-out-of-order nextReviewOn']);
    expect(next('2028-11-24')).toEqual([]);
    const records = [subject, inGroup('group-4'), closed];
    const group4 = reviewRetention({ ...retain, answers: answers('no') }, { ...context, records });
    expect(codes(group4)).toEqual(['missing nextReviewOn']);
  });

  it('keeps the group that an officer chose, with a reason', () => {
    expect(codes(chooseRetention({ group: 'group-2' }, context))).toEqual(['missing reason']);
    const unknown = chooseRetention({ group: 'group-9', reason: 'Why not' }, context);
    expect(codes(unknown)).toEqual(['code-not-in-force group']);
    expect(chooseRetention({ group: 'group-2', reason: 'Section 3ZA.' }, context).ok).toBe(true);
  });
});
