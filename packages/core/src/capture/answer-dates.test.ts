import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testHost } from '../testing/host.js';
import { buildReading, type ReadingCell } from '../testing/reading.js';
import { decide } from './draft/decide.js';
import { mergeDraft } from './draft/merge-draft.js';
import { openDraft } from './draft/open-draft.js';
import { rereadDraft } from './draft/reread-draft.js';
import { answerDates, settleDates } from './draft/settle-dates.js';
import type { Draft } from './draft.js';
import { DATE_ORDERS } from './read/either-date.js';

const NOW = testHost().clock.now();
const BORN: ReadingCell = { label: 'Date of birth', value: '05/09/2008' };
const open = (...cells: readonly ReadingCell[]): Draft =>
  openDraft({
    reading: buildReading({ label: 'Name', value: 'Taz Vael' }, ...cells),
    adapters: [],
    way: 'page',
    host: testHost(),
  });
const pages = ({ origins }: Draft) => origins.map(({ id }) => id);
const born = ({ rows }: Draft) => rows.find(({ path }) => path === 'subject.bornOn');
const read = (draft: Draft) => [born(draft)?.value, born(draft)?.decision.kind];

describe('the answer to which of two days a date is', () => {
  it('can be changed, for every date that it settled', () => {
    const draft = open(BORN, { label: 'Date received', value: '02/03/2026' });
    const wrong = answerDates(draft, pages(draft), 'month-first', { now: NOW });
    expect(read(wrong)).toEqual(['2008-05-09', 'take']);
    const right = answerDates(wrong, pages(draft), 'day-first', { now: NOW });
    expect(right.rows.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['2008-09-05', '2026-03-02']),
    );
    expect(right.rows).toEqual(answerDates(draft, pages(draft), 'day-first', { now: NOW }).rows);
  });

  it('leaves what was decided of a date since, and what nobody asked', () => {
    const draft = open(BORN);
    const first = answerDates(draft, pages(draft), 'month-first', { now: NOW });
    const left = decide(first, born(first)?.id ?? '', { kind: 'leave' });
    expect(read(answerDates(left, pages(draft), 'day-first', { now: NOW }))).toEqual([
      '2008-09-05',
      'leave',
    ]);
    const proved = open(BORN, { label: 'Seen', value: '14/03/2026' });
    expect(answerDates(proved, pages(proved), 'month-first', { now: NOW }).rows).toEqual(
      proved.rows,
    );
  });

  it('holds for the pages that it is given for, and for no date of another', () => {
    const draft = mergeDraft(open(BORN), open({ label: 'Date received', value: '02/03/2026' }));
    const [one = '', other = ''] = pages(draft);
    const received = ({ rows }: Draft) => rows.find(({ raw }) => raw === '02/03/2026');
    const said = answerDates(draft, [one], 'month-first', { now: NOW });
    expect(received(said)).toEqual(received(draft));
    const both = answerDates(said, [other], 'day-first', { now: NOW });
    expect(read(both)).toEqual(['2008-05-09', 'take']);
    expect(received(answerDates(both, [one], 'month-first', { now: NOW }))?.value).toBe(
      '2026-03-02',
    );
  });

  it('takes no second date of birth beside one that is taken', () => {
    for (const value of ['5 September 2008', '05/09/2008']) {
      const draft = mergeDraft(open({ ...BORN, value }), open({ ...BORN, value: '06/07/2008' }));
      const { rows } = answerDates(draft, pages(draft), 'day-first', { now: NOW });
      const births = rows.filter(({ path }) => path === 'subject.bornOn');
      expect(births.map((row) => [row.value, row.decision.kind])).toEqual([
        ['2008-09-05', 'take'],
        ['2008-07-06', 'leave'],
      ]);
    }
  });

  it('is not changed by what another page of the host proves later', () => {
    const draft = open(BORN);
    const said = answerDates(draft, pages(draft), 'month-first', { now: NOW });
    expect(settleDates(said, pages(draft), 'day-first')).toBe(said);
  });

  it('can no longer be changed once another page says the day in words', () => {
    const draft = open(BORN);
    const said = answerDates(draft, pages(draft), 'day-first', { now: NOW });
    const merged = mergeDraft(said, open({ ...BORN, value: '5 September 2008' }));
    expect(born(merged)?.settled).toBeUndefined();
    expect(read(merged)).toEqual(['2008-09-05', 'take']);
  });

  it('holds when the page is read again', () => {
    const draft = open(BORN);
    const said = answerDates(draft, pages(draft), 'month-first', { now: NOW });
    const again = rereadDraft(said, pages(said)[0] ?? said.id, open(BORN));
    expect(born(again)).toMatchObject({ value: '2008-05-09', settled: { order: 'month-first' } });
    expect(read(answerDates(again, pages(again), 'day-first', { now: NOW }))[0]).toBe('2008-09-05');
  });

  it('is the last one given, however often it is changed', () => {
    const orders = fc.array(fc.constantFrom(...DATE_ORDERS), { minLength: 1, maxLength: 6 });
    const part = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(orders, part, part, fc.integer({ min: 1990, max: 2025 }), (said, a, b, year) => {
        fc.pre(a !== b);
        const two = (part: number) => String(part).padStart(2, '0');
        const draft = open({ ...BORN, value: `${two(a)}/${two(b)}/${year}` });
        const last = said.reduce(
          (each, order) => answerDates(each, pages(draft), order, { now: NOW }),
          draft,
        );
        const [day, month] = said.at(-1) === 'day-first' ? [a, b] : [b, a];
        expect(read(last)).toEqual([`${year}-${two(month)}-${two(day)}`, 'take']);
      }),
    );
  });
});
