import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateSign } from '../../page/reading.js';
import { isToCome } from '../../shared/civil-day.js';
import type { PlainDate } from '../../shared/primitives.js';
import { testHost } from '../../testing/host.js';
import { buildReading, type ReadingCell } from '../../testing/reading.js';
import { defineAdapter } from '../adapter/adapter.js';
import { assignPath } from '../draft/assign-path.js';
import { decide } from '../draft/decide.js';
import { mergeDraft } from '../draft/merge-draft.js';
import { openDraft } from '../draft/open-draft.js';
import { settleDates } from '../draft/settle-dates.js';
import type { Draft } from '../draft.js';
import { eitherDate, orderOfDate } from './date-order.js';
import type { DateOrder } from './either-date.js';

const BORN: ReadingCell = { label: 'Date of birth', value: '05/09/2008' };
const open = (cells: readonly ReadingCell[], dates?: DateOrder): Draft =>
  openDraft({
    reading: buildReading({ label: 'Name', value: 'Taz Vael' }, ...cells),
    adapters: dates ? [adapter(dates)] : [],
    way: 'page',
    host: testHost(),
  });
const openSigned = (dateSigns: readonly DateSign[]): Draft =>
  openDraft({
    reading: { ...buildReading({ label: 'Name', value: 'Taz Vael' }, BORN), dateSigns },
    adapters: [],
    way: 'page',
    host: testHost(),
  });
const adapter = (dates: DateOrder) =>
  defineAdapter({
    id: 'force/record',
    title: 'Record',
    version: '1.0.0',
    owner: 'Force',
    engine: '>=0',
    match: { anchors: [{ label: 'Name' }] },
    screens: [{ fields: {} }],
    dates,
    fixtures: [],
  });
const born = (draft: Draft) => draft.rows.find(({ path }) => path === 'subject.bornOn');
const read = (draft: Draft) => [born(draft)?.value, born(draft)?.decision.kind];

describe('a date that is another day in the other order', () => {
  it('is asked in words and left, where nothing says the order', () => {
    const row = born(open([BORN]));
    expect(row).toMatchObject({
      value: '2008-09-05',
      decision: { kind: 'leave' },
      either: { dayFirst: '2008-09-05', monthFirst: '2008-05-09', starts: 'take' },
    });
    expect(row?.issues.map(({ message }) => message).join()).toContain(
      '5 September 2008 or 9 May 2008',
    );
  });

  it.each([
    ['Version', '1.25.2026'],
    ['Build', '25/1/2026'],
    ['Release', '2.14.2026'],
  ])('is asked beside what is no proof of an order: %s %s', (label, value) => {
    expect(read(open([BORN, { label, value }]))).toEqual(['2008-09-05', 'leave']);
  });

  it.each(['11/25/2026 3:04 PM', '11/25/2026, 10:15:00 a.m.', '11/25/2026 9:30'])(
    'is read in the order that another date proves, whatever its time: %s',
    (value) => {
      expect(read(open([BORN, { label: 'Opened', value }]))).toEqual(['2008-05-09', 'take']);
    },
  );

  it('is asked with a time after it, however that is written', () => {
    const at = (time: string) => read(open([{ ...BORN, value: `05/09/2008${time}` }]));
    for (const time of ['', ' 00:00', ' 12:00 AM', ', 0:00', ' 12:00:00 a.m.'])
      expect(at(time)).toEqual(['2008-09-05', 'leave']);
  });

  it.each([
    ['another date of the page', [{ label: 'Received', value: '14/03/2026 10:22' }], 'day-first'],
    ['another date of the page', [{ label: 'Created', value: '03/14/2026' }], 'month-first'],
    ['a label of the page', [{ label: 'Seen (dd/mm/yyyy)', value: 'no' }], 'day-first'],
    ['a label of the page', [{ label: 'Seen (MM/DD/YYYY)', value: 'no' }], 'month-first'],
  ] as const)('is read in the order that %s proves', (_what, others, order) => {
    const draft = open([BORN, ...others]);
    expect(read(draft)).toEqual([order === 'day-first' ? '2008-09-05' : '2008-05-09', 'take']);
    expect(draft.origins[0]?.dates).toBe(order);
  });

  it.each([
    [{ text: '03/04/2026 10:00', says: '2026-03-04T10:00:00Z' }, '2008-05-09'],
    [{ text: '03/04/2026', says: '2026-04-03' }, '2008-09-05'],
    [{ text: '01/04/2026', says: '2026-03-31T23:30:00Z' }, '2008-09-05'],
    [{ text: 'mm/dd/yyyy' }, '2008-05-09'],
    [{ text: 'DD-MM-YYYY' }, '2008-09-05'],
  ])('is read in the order that the markup proves by %j', (sign, day) => {
    expect(read(openSigned([sign]))).toEqual([day, 'take']);
  });

  it.each([
    [[{ text: '03/03/2026', says: '2026-03-03' }]],
    [[{ text: '03/04/2026', says: '2026-07-11' }]],
    [[{ text: '3 hours ago', says: '2026-03-04' }]],
    [[{ text: 'mm/dd/yyyy' }, { text: 'dd/mm/yyyy' }]],
    [[{ text: 'mm/dd/yyyy' }, { text: '03/04/2026', says: '2026-04-03' }]],
  ])('is asked where the markup proves nothing, or both: %j', (signs) => {
    expect(read(openSigned(signs))).toEqual(['2008-09-05', 'leave']);
  });

  it('is read as its page writes every day, by any one of its times', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2029-12-31'), noInvalidDate: true }),
        fc.constantFrom<DateOrder>('day-first', 'month-first'),
        fc.constantFrom('', 'T12:00:00Z'),
        (date, order, time) => {
          const says = date.toISOString().slice(0, 10);
          const [year, month, day] = says.split('-');
          const text =
            order === 'day-first' ? `${day}/${month}/${year}` : `${month}/${day}/${year}`;
          const value = read(openSigned([{ text, says: `${says}${time}` }]));
          const proves = eitherDate(text) !== undefined;
          const meant = order === 'day-first' ? '2008-09-05' : '2008-05-09';
          expect(value).toEqual(proves ? [meant, 'take'] : ['2008-09-05', 'leave']);
        },
      ),
    );
  });

  it('is read in the order that the adapter says', () => {
    expect(read(open([BORN], 'day-first'))).toEqual(['2008-09-05', 'take']);
    expect(read(open([BORN], 'month-first'))).toEqual(['2008-05-09', 'take']);
  });

  it('is asked where the page proves both orders, or another than the adapter says', () => {
    const day = { label: 'Received', value: '14/03/2026' };
    const month = { label: 'Created', value: '03/14/2026' };
    for (const draft of [open([BORN, day, month]), open([BORN, month], 'day-first')]) {
      expect(read(draft)).toEqual(['2008-09-05', 'leave']);
      expect(draft.origins[0]?.dates).toBe('both');
    }
  });

  it('is not asked in three boxes, nor where the same day is said beyond doubt', () => {
    const boxed = [
      { ...BORN, id: 'whole', value: '5/9/2008' },
      { label: 'Day', value: '5', partOf: 'whole' },
    ];
    expect(read(open(boxed))).toEqual(['2008-09-05', 'take']);
    expect(read(open([BORN, { ...BORN, value: '5 September 2008' }]))).toEqual([
      '2008-09-05',
      'take',
    ]);
  });

  it('proves nothing by what somebody wrote in sentences', () => {
    const told = { label: 'Notes', value: '14/03/2026', kind: 'prose' as const };
    expect(read(open([BORN, told]))).toEqual(['2008-09-05', 'leave']);
  });

  it('is not taken by pressing take', () => {
    const draft = open([BORN]);
    const pressed = decide(draft, born(draft)?.id ?? '', { kind: 'take' });
    expect(read(pressed)).toEqual(['2008-09-05', 'leave']);
  });

  it('is asked too where the officer says that it is a date of birth', () => {
    const draft = open([{ label: 'Zodiac day', value: '05/09/2008' }]);
    const row = draft.rows.find(({ label }) => label === 'Zodiac day');
    expect(read(assignPath(draft, row?.id ?? '', 'subject.bornOn'))).toEqual([
      '2008-09-05',
      'leave',
    ]);
  });

  it.each([
    ['day-first', '2008-09-05'],
    ['month-first', '2008-05-09'],
  ] as const)(
    'is taken %s once the officer has said so, with all others of the page',
    (order, day) => {
      const draft = open([BORN, { label: 'Date received', value: '02/03/2026' }]);
      const settled = settleDates(
        draft,
        draft.origins.map(({ id }) => id),
        order,
      );
      expect(read(settled)).toEqual([day, 'take']);
      expect(settled.rows.some(({ either }) => either !== undefined)).toBe(false);
      expect(settled.rows.flatMap(({ issues }) => issues)).toEqual([]);
      expect(settleDates(draft, [], order)).toBe(draft);
    },
  );

  it('is no question any more once another page says the day', () => {
    const merged = mergeDraft(open([BORN]), open([{ ...BORN, value: '5 Sep 2008' }]));
    expect(born(merged)?.either).toBeUndefined();
  });

  it('is either read as it was written or asked, whatever else stands on the page', () => {
    const day = fc.record({
      year: fc.integer({ min: 1990, max: 2026 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    const write = (
      { year, month, day: on }: { year: number; month: number; day: number },
      order: DateOrder,
      mark: string,
    ) =>
      (order === 'day-first' ? [on, month, year] : [month, on, year])
        .map((part) => String(part).padStart(2, '0'))
        .join(mark);
    const written = ({ year, month, day: on }: { year: number; month: number; day: number }) =>
      `${year}-${String(month).padStart(2, '0')}-${String(on).padStart(2, '0')}` as PlainDate;
    const readAt = testHost().clock.today();
    fc.assert(
      fc.property(
        day,
        fc.array(day, { maxLength: 3 }),
        fc.constantFrom<DateOrder>('day-first', 'month-first'),
        fc.constantFrom('/', '-', '.', ' / '),
        fc.constantFrom('', ' (17)', ' 14:02'),
        (bornOn, others, order, mark, after) => {
          const meant = written(bornOn);
          // Nobody is born on a day still to come.
          fc.pre(!isToCome(meant, readAt));
          const value = write(bornOn, order, mark);
          const row = born(
            open([
              { ...BORN, value: value + after },
              ...others.map((each, at) => ({
                label: `Made ${at}`,
                value: write(each, order, mark),
              })),
            ]),
          );
          if (row?.decision.kind === 'take') expect(row.value).toBe(meant);
          else expect(Object.values(row?.either ?? {})).toContain(meant);
          // Read with the month first it would be a day still to come.
          const isOne =
            order === 'day-first' &&
            isToCome(written({ ...bornOn, day: bornOn.month, month: bornOn.day }), readAt);
          const isOpen =
            [bornOn, ...others].every((each) => each.day <= 12) &&
            bornOn.day !== bornOn.month &&
            !isOne;
          expect(row?.either !== undefined).toBe(isOpen);
        },
      ),
      {
        examples: [
          [{ year: 2026, month: 5, day: 12 }, [], 'day-first', '/', ''],
          [{ year: 2026, month: 11, day: 12 }, [], 'month-first', '/', ''],
        ],
      },
    );
  });
});

it('knows the order of a date from its weekday', () => {
  expect(eitherDate('Fri 02/05/2008')).toBeUndefined();
  expect(orderOfDate('Fri 02/05/2008')).toBe('day-first');
  expect(orderOfDate('Tuesday 02/05/2008')).toBe('month-first');
  expect(orderOfDate('02/05/2008')).toBeUndefined();
  expect(orderOfDate('05/05/2008')).toBeUndefined();
});
