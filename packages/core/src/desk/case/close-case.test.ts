import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedBy } from '../../casework/act/case-state.js';
import type { CaseCommit } from '../../casework/act/context.js';
import { closingStops } from '../../casework/keeping/closing-stops.js';
import { workingCalendar } from '../../casework/rules/calendar.js';
import { gatherCodeLists } from '../../codes/index.js';
import { RECORD_KINDS, type RecordKind } from '../../record/kind.js';
import { addDays } from '../../shared/dates.js';
import type { Instant, PlainDate, Result } from '../../shared/index.js';
import type { StoredRecord } from '../../store/log/port.js';
import { buildId, buildRecord, type Overrides } from '../../testing/fiction/builder.js';
import { testHost } from '../../testing/host.js';
import { diary } from '../diary/diary.js';
import { closeCase, decisionsIn, reopenCase, stillOpen } from './close-case.js';

const today = '2026-11-24' as PlainDate;
const lists = gatherCodeLists();
const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
const diaryContext = { today, calendar: workingCalendar(), lists };

/** The record as a store would return it. */
function held<K extends RecordKind>(
  kind: K,
  overrides: Overrides<K>,
  at = '2026-11-02T09:00:00.000Z',
): StoredRecord<K> {
  const when = { createdAt: at as Instant, updatedAt: at as Instant, updatedBy: buildId() };
  const value = buildRecord(kind, overrides);
  return { kind, id: value.id, value, heads: [buildId()], sources: {}, ...when };
}

const subject = held('subject', {});
const about = { subjectId: subject.id };
const contact = held('intervention', {
  ...about,
  heldOn: '2026-11-10',
  followUpDueOn: '2026-11-20',
});
const promise = held('promise', { ...about, madeOn: '2026-11-10', dueOn: '2026-12-01' });
const context = (records: readonly StoredRecord[]) => ({
  ...diaryContext,
  host,
  subject,
  records,
});
const words = { closureReason: 'completed', reason: 'The plan is done.' } as const;
const codes = (result: Result<unknown>) => result.issues.map(({ code, at }) => `${code} ${at}`);

/** The records, with those that the act makes. */
function after(records: readonly StoredRecord[], result: Result<CaseCommit>) {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const at = host.clock.now();
  return [
    ...records,
    ...result.value.commit.changes.map((change) => ({
      ...held('decision', change.set as Overrides<'decision'>, at),
    })),
  ];
}

describe('closeCase', () => {
  it('lists what is still open and closes only once the officer has said that it was seen', () => {
    const records = [subject, contact, promise];
    expect(stillOpen(records, diaryContext).map(({ act }) => act)).toEqual([
      'follow-up',
      'keep-promise',
    ]);
    const asked = closeCase(words, context(records));
    expect(codes(asked)).toEqual(['still-open isStillOpenSeen']);
    expect(asked.issues[0]?.message).toContain('Keep a promise (by 1 December 2026)');
    const closed = after(records, closeCase({ ...words, isStillOpenSeen: true }, context(records)));
    expect(closedBy(decisionsIn(closed))?.value).toMatchObject(words);
  });

  it('asks for its reasons, and closes nothing that is undecided, closed already or not held', () => {
    const records: readonly StoredRecord[] = [subject, contact];
    const seen = { isStillOpenSeen: true };
    expect(codes(closeCase(seen, context(records)))).toEqual([
      'missing reason',
      'missing closureReason',
    ]);
    const undecided = [subject, held('referral', { ...about, receivedOn: '2026-11-20' })];
    expect(codes(closeCase({ ...words, ...seen }, context(undecided)))).toEqual([
      'case-undecided undefined',
    ]);
    const closed = after(records, closeCase({ ...words, ...seen }, context(records)));
    expect(codes(closeCase(words, context(closed)))).toEqual(['case-closed undefined']);
    expect(codes(closeCase(words, { ...context(records), subject: undefined }))).toEqual([
      'subject-unknown subjectId',
    ]);
  });

  it('closes no case with an open safeguarding concern, and says so before anything is asked', () => {
    const concern = held('safeguardingConcern', { ...about, told: [] });
    const seen = { ...words, isStillOpenSeen: true };
    const stops = (records: readonly StoredRecord[]) =>
      closingStops(records).map(({ code }) => code);
    expect(stops([subject, contact, concern])).toEqual(['concern-stands']);
    expect(codes(closeCase(seen, context([subject, contact, concern])))).toEqual([
      'concern-stands undefined',
    ]);
    const closed = { ...concern, value: { ...concern.value, closedOn: today } };
    expect(stops([subject, contact, closed])).toEqual([]);
    expect(closeCase(seen, context([subject, contact, closed])).ok).toBe(true);
  });

  it('closes no case before the last thing that happened in it', () => {
    const input = { ...words, isStillOpenSeen: true, decidedOn: '2026-11-09' as PlainDate };
    expect(closeCase(input, context([subject, contact])).issues).toMatchObject([
      { code: 'date-out-of-order', at: 'decidedOn' },
    ]);
  });

  it('counts the days of referrals, contacts, plan reviews and of recording the subject, and no others', () => {
    const early = held('subject', { id: subject.id }, '2026-06-01T09:00:00.000Z');
    const isTooEarly = (decidedOn: string, records: readonly StoredRecord[]): boolean =>
      closeCase(
        { ...words, isStillOpenSeen: true, decidedOn: decidedOn as PlainDate },
        context(records),
      ).issues.some(({ code }) => code === 'date-out-of-order');
    expect(isTooEarly('2026-05-31', [early])).toBe(true);
    const counted = RECORD_KINDS.filter((kind) =>
      isTooEarly('2026-06-01', [early, held(kind, {})]),
    );
    expect(counted).toEqual(['subject', 'referral', 'intervention', 'planReview']);
  });
});

describe('reopenCase', () => {
  it('asks why, and opens only what is closed', () => {
    const open = [subject];
    const again = { reopeningReason: 'new-referral', reason: 'The school wrote again.' };
    expect(codes(reopenCase(again, context(open)))).toEqual(['case-open undefined']);
    const closed = after(open, closeCase(words, context(open)));
    expect(codes(reopenCase({}, context(closed)))).toEqual([
      'missing reason',
      'missing reopeningReason',
    ]);
    const opened = after(closed, reopenCase(again, context(closed)));
    expect(closedBy(decisionsIn(opened))).toBeUndefined();
  });

  it('restores what was due, whatever it was; and what came after the closure never rested', () => {
    const day = fc.integer({ min: 1, max: 200 }).map((n) => addDays('2026-06-01' as PlainDate, n));
    const anyRecord: fc.Arbitrary<StoredRecord> = fc.oneof(
      fc
        .record({ heldOn: day, followUpDueOn: fc.option(day, { nil: undefined }) })
        .map((more) => held('intervention', { ...about, ...more })),
      day.map((dueOn) => held('promise', { ...about, madeOn: '2026-01-01', dueOn })),
      day.map((receivedOn) => held('referral', { ...about, receivedOn, status: 'accepted' })),
      day.map((reviewDueOn) =>
        held('assessment', { ...about, reviewDueOn, signedAt: '2026-05-01T09:00:00.000Z' }),
      ),
    );
    const acts = (records: readonly StoredRecord[]) =>
      diary(records, diaryContext).entries.map(({ id, by }) => `${id} ${by}`);
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 8 }), (others) => {
        const records = [subject, ...others];
        const due = acts(records);
        const close = held(
          'decision',
          { ...about, outcome: 'close', decidedOn: today },
          '2026-11-24T10:00:00.000Z',
        );
        const reopen = held(
          'decision',
          { ...about, outcome: 'reopen', decidedOn: today },
          '2026-11-24T11:00:00.000Z',
        );
        const late = held(
          'intervention',
          { ...about, heldOn: today, followUpDueOn: '2026-12-24' },
          '2026-11-24T10:30:00.000Z',
        );
        const closed = acts([...records, close]);
        expect(closed.some((each) => /make-first|follow-up|assess/.test(each))).toBe(false);
        expect(acts([...records, close, reopen])).toEqual(due);
        expect(acts([...records, close, late])).toContain(`${late.id}:follow-up 2026-12-24`);
      }),
      { numRuns: 60 },
    );
  });
});
