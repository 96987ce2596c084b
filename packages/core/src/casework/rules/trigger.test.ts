import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { diary } from '../../desk/diary/diary.js';
import type { RecordKind } from '../../record/kind.js';
import type { Instant, PlainDate } from '../../shared/index.js';
import type { StoredRecord } from '../../store/log/port.js';
import { buildId, buildRecord, type Overrides } from '../../testing/fiction/builder.js';
import shipped from '../data/trigger.json' with { type: 'json' };
import { workingCalendar } from './calendar.js';
import { checkTriggers, gatherTriggers, readTriggers } from './trigger.js';

const lists = gatherCodeLists();
const [first] = shipped.triggers;
const today = '2026-11-24' as PlainDate;
const context = { today, calendar: workingCalendar(), lists, triggers: gatherTriggers(lists) };

function held<K extends RecordKind>(
  kind: K,
  overrides: Overrides<K>,
  at = '2026-11-20T09:00:00.000Z',
): StoredRecord<K> {
  const value = buildRecord(kind, overrides);
  const when = { createdAt: at as Instant, updatedAt: at as Instant, updatedBy: buildId() };
  return { kind, id: value.id, value, heads: [], sources: {}, ...when };
}
const reviews = (records: readonly StoredRecord[]) =>
  diary(records, context).entries.filter(({ act }) => act === 'review-case');

describe('two refusals and a new handle within 30 days', () => {
  const subject = held('subject', {});
  const about = { subjectId: subject.id };
  const refusal = (decidedOn: string, outcome = 'decline') =>
    held('decision', { ...about, outcome, decidedOn });
  const handle = (firstSeenOn: string) => held('onlineIdentifier', { ...about, firstSeenOn });
  const all = [
    subject,
    refusal('2026-11-03'),
    refusal('2026-11-10', 'signpost'),
    handle('2026-11-18'),
  ];

  it('call for a review within five working days, and the entry says which they were', () => {
    expect(reviews(all)).toMatchObject([
      {
        id: `${subject.id}:review-case:refused-twice-new-handle`,
        record: subject.id,
        about: subject.id,
        by: '2026-11-25',
        why: 'Two refusals and a new online identifier within 30 days. Decision (Refuse) on 3 November 2026; Decision (Signpost elsewhere) on 10 November 2026; Identifier on 18 November 2026. The last of them was on 18 November 2026. A review is due within five working days of the event that prompted it.',
      },
    ]);
  });

  it('do not, where one is too far off, was of somebody else, or was changed', () => {
    expect(
      reviews([subject, refusal('2026-10-03'), refusal('2026-11-10'), handle('2026-11-18')]),
    ).toEqual([]);
    const other = held('decision', { outcome: 'decline', decidedOn: '2026-11-04' });
    expect(reviews([subject, other, refusal('2026-11-10'), handle('2026-11-18')])).toEqual([]);
    const [, declined] = all;
    const changed = held('decision', { ...about, outcome: 'accept', replaces: declined?.id });
    expect(reviews([...all, changed])).toEqual([]);
  });

  it('are answered by a review, after which only what is new counts', () => {
    const reviewed = held(
      'decision',
      { ...about, outcome: 'reviewed' },
      '2026-11-21T09:00:00.000Z',
    );
    expect(reviews([...all, reviewed])).toEqual([]);
    const again = [refusal('2026-11-22'), refusal('2026-11-22'), handle('2026-11-23')].map(
      (record) => ({ ...record, createdAt: '2026-11-23T09:00:00.000Z' as Instant }),
    );
    expect(reviews([...all, reviewed, ...again])).toHaveLength(1);
  });
});

describe('a check for new offending', () => {
  const subject = held('subject', {});
  const about = { subjectId: subject.id };
  const check = (result: string, at?: string) =>
    held('offendingCheck', { ...about, result, checkedOn: '2026-11-18' }, at);

  it('that finds a cyber-dependent matter calls for a review of the case', () => {
    expect(reviews([subject, check('cyber')])).toMatchObject([
      {
        about: subject.id,
        by: '2026-11-25',
        why: 'A check found a new cyber-dependent matter. Check for offending (A cyber-dependent matter found) on 18 November 2026. The last of them was on 18 November 2026. A review is due within five working days of the event that prompted it.',
      },
    ]);
  });

  it('calls for one exactly where the matter was recorded since the last review, closed or not', () => {
    const results = ['nothing', 'cyber', 'other', 'not-known'] as const;
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ result: fc.constantFrom(...results), hour: fc.integer({ min: 0, max: 23 }) }),
        ),
        fc.option(fc.integer({ min: 0, max: 23 })),
        fc.boolean(),
        (checks, reviewedAt, isClosed) => {
          const at = (hour: number) => `2026-11-19T${String(hour).padStart(2, '0')}:30:00.000Z`;
          const since = reviewedAt ?? -1;
          const decided = (outcome: string, hour: number) =>
            held('decision', { ...about, outcome, closureReason: undefined }, at(hour));
          const records = [
            subject,
            ...checks.map(({ result, hour }) => check(result, at(hour))),
            ...(reviewedAt === null ? [] : [decided('reviewed', reviewedAt)]),
            ...(isClosed ? [decided('close', 0)] : []),
          ];
          const isCalled = checks.some(({ result, hour }) => result === 'cyber' && hour > since);
          expect(reviews(records)).toHaveLength(isCalled ? 1 : 0);
        },
      ),
    );
  });
});

describe('checkTriggers', () => {
  const check = (trigger: object) =>
    checkTriggers({ triggers: [{ ...first, ...trigger }] }, lists).issues;
  const [when] = first?.when ?? [];

  it('takes those that ship, none of which is official', () => {
    expect(checkTriggers(shipped, lists).issues).toEqual([]);
    for (const { status } of shipped.triggers) expect(status).toBe('proposed');
  });

  it.each([
    [{ withinDays: 0 }, 'triggers.0.withinDays', 'Use a whole number from 1 to 1000'],
    [{ when: [] }, 'triggers.0.when', 'Give at least one condition'],
    [{ title: undefined }, 'triggers.0.title', '“title” is missing or not what belongs here'],
    [
      { when: [{ ...when, kind: 'lead' }] },
      'triggers.0.when.0.kind',
      'There is no such kind of record',
    ],
    [
      { when: [{ ...when, kind: 'refusal' }] },
      'triggers.0.when.0.kind',
      'Records of this kind name no subject',
    ],
    [
      { when: [{ ...when, day: 'reason' }] },
      'triggers.0.when.0.day',
      '“reason” is not a day of this kind of record',
    ],
    [
      { when: [{ ...when, where: { outcome: ['decline', 'declin'] } }] },
      'triggers.0.when.0.where.outcome.1',
      '“declin” is not a code of the list “decision-outcome”',
    ],
    [
      { when: [{ ...when, where: { reason: ['x'] } }] },
      'triggers.0.when.0.where.reason',
      '“reason” draws from no list of codes',
    ],
  ])('says where %j is wrong', (trigger, at, message) => {
    expect(check(trigger)).toContainEqual({
      code: 'trigger-invalid',
      severity: 'error',
      at,
      message,
    });
  });

  it('says that an id is taken', () => {
    const { issues } = checkTriggers({ triggers: [first, first] }, lists);
    expect(issues).toMatchObject([{ at: 'triggers.1.id' }]);
  });
});

describe('readTriggers', () => {
  it('reads a file, and names the line of what is wrong in it', () => {
    const text = JSON.stringify({ triggers: [first] }, undefined, 2);
    expect(readTriggers(text, lists)).toMatchObject({ ok: true, value: [first] });
    const wrong = text.replace('"decline"', '"declin"');
    const line = wrong.split('\n').findIndex((each) => each.includes('declin"')) + 1;
    expect(readTriggers(wrong, lists).issues[0]?.at).toMatch(`line ${line}`);
    expect(readTriggers('{ "triggers": [', lists).issues[0]?.at).toMatch('line 1');
  });
});

it('lets a force’s trigger take the place of one that ships, and throws on what is none', () => {
  const own = { ...first, withinDays: 60 };
  const gathered = gatherTriggers(lists, [own]);
  expect(gathered).toHaveLength(shipped.triggers.length);
  expect(gathered[0]?.withinDays).toBe(60);
  expect(() => gatherTriggers(lists, [{ id: 'x' }])).toThrow('Not a trigger');
});
