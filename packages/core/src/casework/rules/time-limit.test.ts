import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant, PlainDate } from '../../shared/primitives.js';
import { workingCalendar } from './calendar.js';
import { dueAfter, gatherTimeLimits, limitOn, momentAfter, TIME_LIMIT_IDS } from './time-limit.js';

const calendar = workingCalendar();
const limits = gatherTimeLimits();

it('times everything, and says of what is not published that it is proposed', () => {
  expect(Object.keys(limits).sort()).toEqual([...TIME_LIMIT_IDS].sort());
  expect(Object.values(limits).filter(({ status }) => status === 'found')).toMatchObject([
    { id: 'enquiry-reply', workingDays: 5 },
  ]);
});

it('makes a reply due five working days after an enquiry', () => {
  const due = (from: string) => dueAfter(from as PlainDate, limits['enquiry-reply'], calendar);
  expect(due('2026-12-18')).toMatchObject({ value: '2026-12-29' });
  expect(due('2028-12-22').issues.map(({ code }) => code)).toEqual(['calendar-run-out']);
});

it('lets a force set its own time, and refuses what is no time limit', () => {
  const own = { ...limits['first-contact'], workingDays: 3, status: 'found', source: 'Our policy' };
  expect(gatherTimeLimits([own])['first-contact'].workingDays).toBe(3);
  expect(gatherTimeLimits([own])['enquiry-reply'].workingDays).toBe(5);
  for (const wrong of [{ ...own, id: 'tea' }, { ...own, workingDays: 1.5 }, 'five'])
    expect(() => gatherTimeLimits([wrong])).toThrow('Not a time limit');
});

it('counts hours from a moment, or from the end of a day whose time is not known', () => {
  const limit = limits['crime-reference'];
  const due = (from: string, hours = 24) =>
    dueAfter(from as PlainDate, { ...limit, hours }, calendar);
  expect(due('2026-11-24T09:30:00.000Z')).toMatchObject({ value: '2026-11-25' });
  // Half past midnight in London.
  expect(due('2026-07-11T23:30:00.000Z')).toMatchObject({ value: '2026-07-13' });
  expect(due('2026-11-24', 2)).toMatchObject({ value: '2026-11-25' });
});

it('takes hours only for what begins at a moment, and never both', () => {
  const { workingDays: _, ...days } = limits['first-contact'];
  expect(() => gatherTimeLimits([{ ...days, hours: 24 }])).toThrow('begins at a moment');
  expect(() => gatherTimeLimits([days])).toThrow('either working days or hours');
  const both = { ...limits['crime-reference'], workingDays: 1 };
  expect(() => gatherTimeLimits([both])).toThrow('either working days or hours');
});

it('ships the two clocks of a concern with a source, and calls neither official', () => {
  expect(limits['concern-acknowledgement']).toMatchObject({ workingDays: 1, status: 'secondary' });
  expect(limits['crime-reference']).toMatchObject({ hours: 24, status: 'secondary' });
});

describe('a limit that begins on a day', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
  const own = (workingDays: number) => ({
    ...limits['first-contact'],
    workingDays,
    words: `Within ${workingDays} working days`,
  });
  const steps = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 60 })), {
      selector: ([day]) => day,
      maxLength: 5,
    })
    .map((found) => [...found].sort(([one], [other]) => one - other));
  const rows = (found: readonly (readonly [number, number])[]) =>
    found.map(([day, workingDays]) => ({ from: at(day), limit: own(workingDays) }));

  it('changes nothing for what began before, however many follow', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 320 }), (found, began) => {
        const known = found.filter(([day]) => day <= began);
        const [all, then] = [found, known].map((each) => gatherTimeLimits(rows(each)));
        const from = at(began) as PlainDate;
        const [one, other] = [all, then].map((each) => each?.['first-contact'] as never);
        expect(dueAfter(from, one as never, calendar)).toEqual(
          dueAfter(from, other as never, calendar),
        );
        const expected = known.at(-1);
        expect(limitOn(from, one as never).workingDays).toBe(
          expected ? expected[1] : limits['first-contact'].workingDays,
        );
      }),
    );
  });

  it('counts a moment by the day in this country, and in the unit of that day’s limit', () => {
    const hours = { ...limits['crime-reference'], hours: 48 };
    const { hours: _, ...without } = hours;
    const held = gatherTimeLimits(
      [hours],
      [{ from: '2026-07-02', limit: { ...without, workingDays: 1 } }],
    )['crime-reference'];
    // An hour after midnight here, and still the day before in UTC.
    expect(momentAfter('2026-07-01T23:30:00.000Z' as Instant, held)).toBeUndefined();
    expect(momentAfter('2026-07-01T22:30:00.000Z' as Instant, held)).toBe(
      '2026-07-03T22:30:00.000Z',
    );
  });

  it('is refused without its day or its limit', () => {
    for (const wrong of [{ limit: own(3) }, { from: '2026-02-30', limit: own(3) }])
      expect(() => gatherTimeLimits([wrong])).toThrow('Not a time limit');
  });
});
