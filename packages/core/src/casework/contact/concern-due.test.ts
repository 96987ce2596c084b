/**
 * The clocks of a safeguarding concern: an acknowledgement in one working day, or it is escalated; the reference of a
 * crime in 24 hours. Both are data, and a force may set its own.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { diary } from '../../desk/diary/diary.js';
import type { ConcernAddition } from '../../record/concern-addition.js';
import type { RecordOf } from '../../record/kind.js';
import type { Instant, PlainDate } from '../../shared/index.js';
import type { StoredRecord } from '../../store/index.js';
import { buildSafeguardingConcern } from '../../testing/fiction/builder.js';
import { workingCalendar } from '../rules/calendar.js';
import { gatherTimeLimits } from '../rules/time-limit.js';
import { acknowledgementAwaited, crimeOwedSince } from './concern-clock.js';

const lists = gatherCodeLists();
const calendar = workingCalendar();
const moment = (text: string) => `2026-${text}:00.000Z` as Instant;

type Values = Partial<RecordOf<'safeguardingConcern'>>;

/** A concern recorded on Tuesday 24 November at half past nine, unless another moment is given. */
function concern(values: Values, createdAt = moment('11-24T09:30')) {
  const value = { ...buildSafeguardingConcern(), ...values };
  const stored = { kind: 'safeguardingConcern', id: value.id, value, createdAt, sources: {} };
  return { ...stored, updatedAt: createdAt } as unknown as StoredRecord<'safeguardingConcern'>;
}

const dueOn = (held: ReturnType<typeof concern>, today: string, limits = gatherTimeLimits()) =>
  diary([held], { today: `2026-${today}` as PlainDate, calendar, lists, limits }).entries;
const acts = (...asked: Parameters<typeof dueOn>) =>
  dueOn(...asked).map(({ act, by, isUrgent }) => `${act} ${by}${isUrgent ? ' urgent' : ''}`);

const told = { told: ['mash'], toldAt: moment('11-24T09:00') };

describe('a concern that children’s services were told of', () => {
  it('is to be acknowledged in one working day, and comes before all else from then on', () => {
    expect(acts(concern(told), '11-24')).toEqual(['escalate-concern 2026-11-25']);
    expect(acts(concern(told), '11-25')).toEqual(['escalate-concern 2026-11-25 urgent']);
    expect(acts(concern(told), '12-01')).toEqual(['escalate-concern 2026-11-25 urgent']);
  });

  it('says the rule, with its words, and names nobody', () => {
    const [entry] = dueOn(concern({ ...told, toldWhom: 'Ottilie Brandt' }), '11-24');
    expect(entry?.why).toContain('reported on 24 November 2026, 09:00');
    expect(entry?.why).toContain(gatherTimeLimits()['concern-acknowledgement'].words);
    expect(entry?.why).not.toContain('Brandt');
  });

  it('gets the same time again once it is escalated, and is reviewed once it is acknowledged', () => {
    const escalated = {
      addedAt: moment('11-26T10:00'),
      escalatedTo: 'Duty manager',
      escalatedAt: moment('11-25T16:00'),
    };
    const once = concern({ ...told, additions: [escalated] });
    expect(acts(once, '11-25')).toEqual(['escalate-concern 2026-11-26']);
    const answered = { addedAt: moment('11-26T16:00'), acknowledgedBy: 'The front door' };
    expect(acts(concern({ ...told, additions: [escalated, answered] }), '11-26')).toEqual([
      'review-concern 2026-11-25',
    ]);
  });

  it('keeps the review that was set, next to what is awaited', () => {
    const reviewOn = '2026-12-04' as PlainDate;
    expect(acts(concern({ ...told, reviewOn }), '11-24')).toEqual([
      'escalate-concern 2026-11-25',
      'review-concern 2026-12-04',
    ]);
  });

  it('counts from the day in London: told on a Friday after midnight, it is due on Monday', () => {
    const friday = { told: ['mash'], toldAt: moment('07-09T23:30') };
    expect(acts(concern(friday, moment('07-09T23:40')), '07-10')).toEqual([
      'escalate-concern 2026-07-13',
    ]);
  });
});

it('awaits nothing of those who are not expected to acknowledge', () => {
  expect(acts(concern({ told: ['supervisor', 'designated-lead'] }), '11-24')).toEqual([
    'review-concern 2026-11-25',
  ]);
});

describe('a concern whose latest risk is immediate', () => {
  const danger = { ...told, riskNow: 'immediate' };
  const acknowledged = { addedAt: moment('11-24T10:00'), acknowledgedBy: 'The front door' };

  it('comes before all else although somebody was told and it is not due yet', () => {
    expect(acts(concern(danger), '11-24')).toEqual(['escalate-concern 2026-11-25 urgent']);
    expect(acts(concern({ ...danger, additions: [acknowledged] }), '11-24')).toEqual([
      'review-concern 2026-11-25 urgent',
    ]);
  });

  it('comes before every other danger, however long that is overdue, until it is closed', () => {
    const untold = concern({ told: ['nobody-yet'] }, moment('11-02T09:30'));
    const held = concern({ ...danger, additions: [acknowledged] });
    const first = (today: string, ...all: readonly ReturnType<typeof concern>[]) =>
      diary(all, {
        today: `2026-${today}` as PlainDate,
        calendar,
        lists,
        limits: gatherTimeLimits(),
      }).entries.map(({ record, inDanger }) => [record, inDanger]);
    expect(first('11-24', untold, held)).toEqual([
      [held.id, true],
      [untold.id, undefined],
    ]);
    const closed = concern({
      ...danger,
      closedOn: '2026-11-25' as PlainDate,
      closedWhy: 'Children’s services have taken it on.',
    });
    expect(first('11-25', untold, closed)).toEqual([[untold.id, undefined]]);
  });

  it('no longer does once another risk is recorded', () => {
    const lower = { addedAt: moment('11-24T11:00'), riskNow: 'concern' };
    expect(acts(concern({ ...danger, additions: [acknowledged, lower] }), '11-24')).toEqual([
      'review-concern 2026-11-25',
    ]);
  });
});

describe('a crime that was disclosed', () => {
  const crime = { told: ['supervisor'], crimeDisclosed: 'yes' as const };

  it('is to have its reference within 24 hours, to the minute', () => {
    const [entry] = dueOn(concern(crime), '11-24');
    expect(entry).toMatchObject({ act: 'record-crime', by: '2026-11-25', isUrgent: false });
    expect(entry?.why).toContain('by 25 November 2026, 09:30');
  });

  it('counts from the addition that says so, in hours that no weekend stops', () => {
    const said = { addedAt: moment('11-27T18:00'), crimeDisclosed: 'yes' as const };
    const held = concern({ told: ['supervisor'], additions: [said] });
    expect(acts(held, '11-27')).toContain('record-crime 2026-11-28');
  });

  it('counts from the first time that it is said', () => {
    const again = { addedAt: moment('11-26T18:00'), crimeDisclosed: 'yes' as const };
    expect(acts(concern({ ...crime, additions: [again] }), '11-24')).toContain(
      'record-crime 2026-11-25',
    );
  });

  it.each([
    ['its reference is there', { crimeReference: '43TEST/1' }],
    ['there is none to record', { crimeRecorded: 'no-crime' }],
    ['there was no crime after all', { crimeDisclosed: 'no' as const }],
  ])('is no longer due once %s', (_, answer) => {
    const added = { addedAt: moment('11-24T12:00'), ...answer };
    expect(acts(concern({ ...crime, additions: [added] }), '11-24')).toEqual([
      'review-concern 2026-11-25',
    ]);
  });

  it('is still due while it is only said that it is recorded', () => {
    const added = { addedAt: moment('11-24T12:00'), crimeRecorded: 'recorded' };
    expect(acts(concern({ ...crime, additions: [added] }), '11-24')).toContain(
      'record-crime 2026-11-25',
    );
  });
});

it('goes by a force’s own times, in working days or in hours', () => {
  const own = gatherTimeLimits([
    { ...without('concern-acknowledgement'), hours: 4, words: 'Ours acknowledge in four hours' },
    { ...without('crime-reference'), workingDays: 3, words: 'We record in three days' },
  ]);
  const held = concern({ ...told, crimeDisclosed: 'yes' });
  expect(acts(held, '11-24', own)).toEqual([
    'escalate-concern 2026-11-24 urgent',
    'record-crime 2026-11-27',
  ]);
});

it('counts in calendar days what is due in hours, and nothing else', () => {
  const own = gatherTimeLimits([
    { ...without('concern-acknowledgement'), hours: 4, words: 'Ours acknowledge in four hours' },
    { ...without('crime-reference'), workingDays: 3, words: 'We record in three days' },
  ]);
  const held = concern({ ...told, crimeDisclosed: 'yes' });
  const inDays = (...limits: [ReturnType<typeof gatherTimeLimits>?]) =>
    dueOn(held, '11-24', ...limits).flatMap(({ act, inCalendarDays }) =>
      inCalendarDays ? [act] : [],
    );
  expect(inDays()).toEqual(['record-crime']);
  expect(inDays(own)).toEqual(['escalate-concern']);
});

function without(id: 'concern-acknowledgement' | 'crime-reference'): object {
  const { workingDays: _, hours: __, ...rest } = gatherTimeLimits()[id];
  return rest;
}

const anyAddition: fc.Arbitrary<ConcernAddition> = fc
  .record(
    {
      told: fc.subarray(['mash', 'supervisor']),
      acknowledgedBy: fc.constant('The front door'),
      escalatedTo: fc.constant('Duty manager'),
      crimeDisclosed: fc.constantFrom('yes' as const, 'no' as const, 'not-known' as const),
      crimeReference: fc.constant('43TEST/1'),
    },
    { requiredKeys: [] },
  )
  .map((said) => ({ addedAt: moment('11-24T12:00'), ...said }));

it('awaits exactly what was told and never acknowledged, and a crime without a reference, until it is closed', () => {
  fc.assert(
    fc.property(fc.array(anyAddition, { maxLength: 6 }), fc.boolean(), (additions, isClosed) => {
      const end = isClosed ? { closedOn: '2026-11-24' as PlainDate, closedWhy: 'Done.' } : {};
      const held = concern({ told: ['mash'], additions, ...end });
      const all = [{ told: ['mash'] }, ...additions] as readonly Partial<ConcernAddition>[];
      const lastTold = all.findLastIndex(({ told }) => told?.includes('mash'));
      const isAwaited = all.slice(lastTold).every(({ acknowledgedBy }) => !acknowledgedBy);
      const from = all.findLastIndex(
        ({ crimeDisclosed, crimeReference }) => crimeDisclosed === 'no' || crimeReference,
      );
      const isOwed = all.slice(from + 1).some(({ crimeDisclosed }) => crimeDisclosed === 'yes');
      expect(acknowledgementAwaited(held, lists) !== undefined).toBe(isAwaited);
      expect(crimeOwedSince(held) !== undefined).toBe(isOwed);
      const due = dueOn(held, '11-24').map(({ act }) => act);
      expect(due.includes('escalate-concern')).toBe(!isClosed && isAwaited);
      expect(due.includes('record-crime')).toBe(!isClosed && isOwed);
      expect(due.length === 0).toBe(isClosed);
    }),
  );
});
