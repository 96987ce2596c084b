/** A file from outside is no surer of its dates than a page: an ambiguous date is asked about. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleDates } from '../capture/draft/settle-dates.js';
import type { DateOrder } from '../capture/read/either-date.js';
import { writtenDate } from '../shared/dates.js';
import type { PlainDate } from '../shared/primitives.js';
import { testHost } from '../testing/host.js';
import { draftOfFields, type ImportOrigin } from './draft-of-fields.js';
import { fileDateOrders } from './file-date-order.js';
import { defaultGates } from './gates.js';
import { review } from './review.js';

const FILE = { way: 'saved-page', system: 'Northmoor list', title: 'list.csv' } as const;
const gates = defaultGates('force', 'part3');
if (!gates.ok) throw new Error('no gates');
const context = {
  gates: gates.value,
  officer: { regime: 'part3', practice: true },
  host: testHost(),
} as const;

const draftOf = (born: string, more: Partial<ImportOrigin> = {}) =>
  draftOfFields(
    { 'subject.name': ['Taz Vael'], 'subject.bornOn': [born] },
    { ...FILE, ...more },
    testHost(),
  );
const bornIn = (draft: ReturnType<typeof draftOf>) =>
  draft.rows.find(({ path }) => path === 'subject.bornOn');

describe('a birth date of a file that can be two days', () => {
  it('is a question with both days in words, and is not taken', () => {
    const draft = draftOf('05/09/2008');
    const row = bornIn(draft);
    expect(row).toMatchObject({
      decision: { kind: 'leave' },
      either: { dayFirst: '2008-09-05', monthFirst: '2008-05-09', starts: 'take' },
    });
    expect(row?.issues.map(({ message }) => message).join()).toContain(
      '5 September 2008 or 9 May 2008',
    );
    const ids = draft.origins.map(({ id }) => id);
    expect(bornIn(settleDates(draft, ids, 'month-first'))).toMatchObject({
      value: '2008-05-09',
      decision: { kind: 'take' },
    });
  });

  it('is no question where the month-first day is still to come, as in a text', () => {
    const row = bornIn(draftOf('12/01/2026'));
    expect([row?.value, row?.either]).toEqual(['2026-01-12', undefined]);
    expect(bornIn(draftOf('01/12/2026'))?.either).toMatchObject({ monthFirst: '2026-01-12' });
  });

  it('is refused by the review where a client takes it all the same', () => {
    const draft = draftOf('05/09/2008');
    const rows = draft.rows.map((row) => ({ ...row, decision: { kind: 'take' } as const }));
    const result = review({ ...draft, rows }, context);
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toContain('date-either-order');
  });

  it.each([
    ['another row', [{ values: { 'subject.bornOn': ['25/03/2009'] } }], '2008-09-05'],
    ['another row', [{ values: { 'subject.bornOn': ['03/25/2009'] } }], '2008-05-09'],
    ['a heading', [{ values: {}, labels: { 'subject.bornOn': 'DOB (mm/dd/yyyy)' } }], '2008-05-09'],
  ] as const)('is read in the order that %s proves', (_what, others, day) => {
    const dates = fileDateOrders([{ values: { 'subject.bornOn': ['05/09/2008'] } }, ...others]);
    const row = bornIn(draftOf('05/09/2008', { dates }));
    expect([row?.value, row?.decision.kind]).toEqual([day, 'take']);
  });

  it('is asked where the file proves both, and where only somebody’s words have dates', () => {
    const both = fileDateOrders([
      { values: { 'subject.bornOn': ['25/03/2009', '03/25/2009'] } },
      { values: { 'referral.narrative': ['Seen on 25/03/2009.'] } },
    ]);
    expect(both).toEqual({ 'subject.bornOn': 'both' });
    expect(bornIn(draftOf('05/09/2008', { dates: both }))?.decision.kind).toBe('leave');
    expect(fileDateOrders([{ values: { 'referral.narrative': ['25/03/2009'] } }])).toEqual({});
  });

  it('is asked where another column alone proves an order, and does not read that column', () => {
    const dates = fileDateOrders([
      { values: { 'subject.bornOn': ['05/09/2008'], 'referral.receivedOn': ['25/03/2024'] } },
      { values: { 'referral.receivedOn': ['04/05/2024'] } },
    ]);
    expect(dates).toEqual({ 'referral.receivedOn': 'day-first' });
    const row = bornIn(draftOf('05/09/2008', { dates }));
    expect([row?.decision.kind, row?.either?.monthFirst]).toEqual(['leave', '2008-05-09']);
    const alone = draftOfFields(
      { 'subject.bornOn': ['05/09/2008'], 'referral.receivedOn': ['25/03/2024'] },
      FILE,
      testHost(),
    );
    expect(bornIn(alone)?.either).toBeTruthy();
  });

  it('is left in a column with both orders, even where it can be one day alone', () => {
    const dates = fileDateOrders([{ values: { 'subject.bornOn': ['25/03/2009', '03/26/2009'] } }]);
    const starts = ['25/03/2009', '03/26/2009', '5 March 2009'].map((born) => {
      const row = bornIn(draftOf(born, { dates }));
      return [row?.decision.kind, row?.issues.some(({ code }) => code === 'date-mixed-order')];
    });
    expect(starts).toEqual([
      ['leave', true],
      ['leave', true],
      ['take', false],
    ]);
  });

  it('is what the officer meant who typed it', () => {
    const row = bornIn(draftOf('05/09/2008', { way: 'typed' }));
    expect([row?.value, row?.decision.kind, row?.either]).toEqual([
      '2008-09-05',
      'take',
      undefined,
    ]);
  });
});

it('no day is taken from a file but the one that its order proves, or that can be one day alone', () => {
  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10) as PlainDate);
  fc.assert(
    fc.property(
      fc.array(day, { minLength: 1, maxLength: 5 }),
      fc.constantFrom<DateOrder | 'words'>('day-first', 'month-first', 'words'),
      fc.constantFrom('/', '.', '-'),
      (days, order, mark) => {
        const texts = days.map((each) => {
          const [year, month, date] = each.split('-');
          if (order === 'words') return writtenDate(each);
          return (order === 'day-first' ? [date, month, year] : [month, date, year]).join(mark);
        });
        const file = texts.map((text) => ({ values: { 'subject.bornOn': [text] } }));
        const dates = fileDateOrders(file);
        for (const [at, text] of texts.entries()) {
          const row = bornIn(draftOf(text, { dates }));
          if (row?.decision.kind === 'take') expect(row.value).toBe(days[at]);
          else expect([days[at], row?.either && 'asked']).toEqual([expect.anything(), 'asked']);
        }
      },
    ),
  );
});
