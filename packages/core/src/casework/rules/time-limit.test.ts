import { expect, it } from 'vitest';
import type { PlainDate } from '../../shared/primitives.js';
import { workingCalendar } from './calendar.js';
import { dueAfter, gatherTimeLimits, TIME_LIMIT_IDS } from './time-limit.js';

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
