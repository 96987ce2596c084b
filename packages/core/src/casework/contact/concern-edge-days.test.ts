/**
 * The clocks of a concern on the days and at the hours where clocks go wrong: Friday evenings, bank holidays, the night
 * of the change to winter time, a computer whose clock was set back, and years that the table of holidays lacks.
 */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { diary } from '../../desk/diary/diary.js';
import type { RecordOf } from '../../record/kind.js';
import type { Instant, PlainDate } from '../../shared/index.js';
import type { StoredRecord } from '../../store/index.js';
import { buildSafeguardingConcern } from '../../testing/fiction/builder.js';
import { workingCalendar } from '../rules/calendar.js';

const lists = gatherCodeLists();
const calendar = workingCalendar();
const at = (text: string) => `${text}:00.000Z` as Instant;

function due(today: string, createdAt: string, over: Partial<RecordOf<'safeguardingConcern'>>) {
  const value = { ...buildSafeguardingConcern({ subjectId: undefined }), ...over };
  const times = { createdAt: at(createdAt), updatedAt: at(createdAt) };
  const held = { kind: 'safeguardingConcern', id: value.id, value, sources: {}, ...times };
  return diary([held as unknown as StoredRecord<'safeguardingConcern'>], {
    today: today as PlainDate,
    calendar,
    lists,
  });
}
/** Acts due on a concern that children's services were told of at a moment, seen from a day. */
const toldAt = (moment: string, today = moment.slice(0, 10)) =>
  due(today, moment, { told: ['mash'], toldAt: at(moment) }).entries.map(
    ({ act, by, isUrgent }) => `${act} ${by}${isUrgent ? ' urgent' : ''}`,
  );

describe('the acknowledgement of children’s services', () => {
  it.each([
    ['on a Friday evening', '2026-11-27T19:45', '2026-11-30'],
    ['on a Friday, a minute before midnight', '2026-11-27T23:59', '2026-11-30'],
    ['on a Saturday', '2026-11-28T11:00', '2026-11-30'],
    ['on a Sunday night', '2026-11-29T23:00', '2026-11-30'],
    ['on the Friday before a bank holiday Monday', '2026-08-28T17:30', '2026-09-01'],
    ['on Maundy Thursday', '2026-04-02T16:00', '2026-04-07'],
    ['on Good Friday', '2026-04-03T10:00', '2026-04-07'],
    ['on Christmas Eve', '2026-12-24T15:00', '2026-12-29'],
    ['on Boxing Day', '2026-12-26T09:00', '2026-12-29'],
    ['on New Year’s Eve', '2026-12-31T22:00', '2027-01-04'],
    ['after midnight in London, on the evening before by UTC', '2026-06-11T23:10', '2026-06-15'],
  ])('told %s, is due on the first working day after', (_, moment, day) => {
    expect(toldAt(moment)).toEqual([`escalate-concern ${day}`]);
  });

  it.each(['2026-11-28', '2026-11-29'])(
    'told on a Friday evening, is not yet urgent on the weekend day %s',
    (today) => {
      expect(toldAt('2026-11-27T19:45', today)).toEqual(['escalate-concern 2026-11-30']);
    },
  );

  it('told on a Friday evening, comes first on the Monday, and stays first', () => {
    for (const today of ['2026-11-30', '2026-12-01', '2027-03-01'])
      expect(toldAt('2026-11-27T19:45', today)).toEqual(['escalate-concern 2026-11-30 urgent']);
  });

  it.each(['2026-11-26', '2026-01-01', '2020-02-29', '1999-12-31'])(
    'is still in the diary of a computer whose clock was set back to %s',
    (today) => {
      expect(toldAt('2026-11-27T19:45', today)).toEqual(['escalate-concern 2026-11-30']);
    },
  );

  it('is not lost where the table of bank holidays has run out: it is said', () => {
    const { entries, issues } = due('2029-06-01', '2029-06-01T09:00', {
      told: ['mash'],
      toldAt: at('2029-06-01T09:00'),
    });
    const isThere = entries.some(({ act }) => act === 'escalate-concern');
    const isSaid = issues.some(({ code }) => code === 'calendar-run-out');
    expect([isThere, isSaid]).toEqual([true, true]);
  });

  it('is awaited anew of those who are told again after they acknowledged', () => {
    const additions = [
      { addedAt: at('2026-11-24T16:00'), acknowledgedBy: 'The front door' },
      { addedAt: at('2026-11-27T18:00'), told: ['mash'], toldAt: at('2026-11-27T18:00') },
    ];
    const acts = due('2026-11-27', '2026-11-24T09:30', {
      told: ['mash'],
      toldAt: at('2026-11-24T09:00'),
      additions,
    }).entries.map(({ act, by }) => `${act} ${by}`);
    expect(acts).toContain('escalate-concern 2026-11-30');
  });

  it('once escalated on a Friday evening, is due on Monday and not on the Saturday', () => {
    const escalated = {
      addedAt: at('2026-11-27T20:00'),
      escalatedTo: 'Duty manager',
      escalatedAt: at('2026-11-27T20:00'),
    };
    const { entries } = due('2026-11-27', '2026-11-25T09:30', {
      told: ['mash'],
      toldAt: at('2026-11-25T09:00'),
      additions: [escalated],
    });
    expect(entries.map(({ act, by }) => `${act} ${by}`)).toEqual(['escalate-concern 2026-11-30']);
  });
});

describe('the reference of a crime that was disclosed', () => {
  const crime = { told: ['supervisor'], crimeDisclosed: 'yes' as const };
  const entry = (today: string, createdAt: string) =>
    due(today, createdAt, crime).entries.find(({ act }) => act === 'record-crime');

  it.each([
    ['over a weekend', '2026-11-28T14:20', '2026-11-29', 'by 29 November 2026, 14:20'],
    ['over Christmas', '2026-12-24T18:05', '2026-12-25', 'by 25 December 2026, 18:05'],
    ['at the end of a year', '2026-12-31T23:30', '2027-01-01', 'by 1 January 2027, 23:30'],
    ['in summer time', '2026-07-09T08:00', '2026-07-10', 'by 10 July 2026, 09:00'],
    [
      'in summer time, late in the evening',
      '2026-07-09T23:30',
      '2026-07-11',
      'by 11 July 2026, 00:30',
    ],
    ['on the change to winter time', '2026-10-24T12:00', '2026-10-25', 'by 25 October 2026, 12:00'],
    ['on the change to summer time', '2026-03-28T12:00', '2026-03-29', 'by 29 March 2026, 13:00'],
  ])('is due 24 hours later, to the minute in London: %s', (_, createdAt, by, words) => {
    const owed = entry(createdAt.slice(0, 10), createdAt);
    expect(owed?.by).toBe(by);
    expect(owed?.why).toContain(words);
  });

  it('is due on a day for which the table of bank holidays has run out', () => {
    expect(entry('2029-06-02', '2029-06-02T10:00')?.by).toBe('2029-06-03');
  });

  it.each(['2026-11-27', '2001-01-01'])(
    'is still in the diary of a computer whose clock was set back to %s',
    (today) => {
      expect(entry(today, '2026-11-28T14:20')?.by).toBe('2026-11-29');
    },
  );
});

it('a concern about nobody of which nobody was told is due at once, and first, on any day', () => {
  for (const today of ['2026-11-28', '2026-12-25', '2020-01-01', '2029-06-01']) {
    const { entries } = due(today, '2026-11-28T14:20', { told: ['nobody-yet'] });
    expect(entries).toMatchObject([{ act: 'tell-of-concern', isUrgent: true }]);
  }
});
