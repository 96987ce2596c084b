/**
 * Law: no wrong day is ever typed. In every way of writing days, the box reads the day that was meant, or gets nothing.
 */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Adapter } from '../capture/adapter/adapter.js';
import { gatherCodeLists } from '../codes/index.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import { writtenDate } from '../shared/dates.js';
import type { PlainDate } from '../shared/primitives.js';
import { buildIntervention, buildSubject } from '../testing/fiction/builder.js';
import { UNCONDITIONED } from '../testing/unconditioned.js';
import { fillValues } from './fill-value.js';
import { nameForm } from './name-form.js';
import { planFill } from './plan-fill.js';
import { writeDate } from './written-date.js';

const LISTS = gatherCodeLists();
const subject = buildSubject({ name: 'Tamsin Vael' });

function rowOn(html: string, heldOn: PlainDate, adapters: readonly Adapter[] = []) {
  const page = snapshotOfHtml(`<h1>Log</h1>${html}`, { url: 'https://rms.example.org/1' });
  const form = nameForm(page, readPage(page), { kind: 'intervention', adapters });
  const intervention = buildIntervention({ subjectId: subject.id, heldOn });
  const { rows } = planFill(
    form,
    fillValues('intervention', { subject, intervention }, LISTS, UNCONDITIONED),
    [],
    [],
  );
  const row = rows.find(({ id }) => id === 'intervention.heldOn');
  if (!row) throw new Error('No row for the day');
  return row;
}

const box = (label: string, rest = '') => `<p><label>${label} <input ${rest}></label></p>`;
const dd = (label: string, text: string) => `<dl><dt>${label}</dt><dd>${text}</dd></dl>`;
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as PlainDate);
/** The way one system takes and shows days. */
const system = fc.constantFrom('DD/MM/YYYY', 'MM/DD/YYYY', 'YYYY-MM-DD', 'DD.MM.YYYY', 'M-D-YYYY');

/** Other things the page shows, in its system's order: hints, other boxes, days in the page's texts. */
const shown = (way: string) =>
  fc.record({
    hint: fc.option(fc.constantFrom('placeholder', 'title', 'data-date-format'), {
      nil: undefined,
    }),
    standing: fc.option(day, { nil: undefined }),
    boxes: fc.array(day, { maxLength: 3 }),
    texts: fc.array(day, { maxLength: 3 }),
    isKnown: fc.boolean(),
    way: fc.constant(way),
  });

test('a day is typed as the system reads it, or not at all', () => {
  fc.assert(
    fc.property(day, system.chain(shown), (on, { hint, standing, boxes, texts, isKnown, way }) => {
      const says = (each: PlainDate) => writeDate(each, way);
      const own = [
        hint === undefined ? '' : `${hint}="${way}"`,
        standing === undefined ? '' : `value="${says(standing)}"`,
      ].join(' ');
      const html = [
        ...texts.map((each, at) => dd(`Made ${at}`, says(each))),
        box('Date of contact', own),
        ...boxes.map((each, at) => box(`Seen ${at}`, `value="${says(each)}"`)),
      ].join('');
      const row = rowOn(html, on, isKnown ? [adapterOf(way)] : []);
      const [step] = row.steps;
      if (row.state === 'can') {
        expect(step?.act).toMatchObject({ kind: 'type', day: { on } });
        expect(says(on)).toBe(unpadded(row.text, way));
      } else if (row.state === 'same') expect(standing).toBe(on);
      else {
        expect(row.steps).toEqual([]);
        expect(row.why?.message).toContain(writtenDate(on));
        expect([hint, isKnown]).toEqual([undefined, false]);
      }
    }),
  );
});

/** A day that reads as two different days in two orders. */
const open = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1990, max: 2029 }),
  )
  .map(([m, d, y]) => `${y}-${`${m}`.padStart(2, '0')}-${`${d}`.padStart(2, '0')}` as PlainDate);

test('what can be read in two orders proves neither, however often the page shows it', () => {
  fc.assert(
    fc.property(
      day,
      fc.array(open, { maxLength: 4 }),
      fc.array(open, { maxLength: 4 }),
      fc.option(open, { nil: undefined }),
      (on, boxes, texts, standing) => {
        const says = (each: PlainDate) => writeDate(each, 'DD/MM/YYYY');
        const html = [
          ...texts.map((each, at) => dd(`Made ${at}`, says(each))),
          box('Date of contact', standing === undefined ? '' : `value="${says(standing)}"`),
          ...boxes.map((each, at) => box(`Seen ${at}`, `value="${says(each)}"`)),
        ].join('');
        const row = rowOn(html, on);
        expect([row.state, row.start, row.steps]).toEqual(['cannot', 'leave', []]);
        expect(row.text).toBe(writtenDate(on));
        expect(row.why?.message).toContain(writtenDate(on));
      },
    ),
  );
});

describe('one day of an unknown order', () => {
  const on = '2010-05-02' as PlainDate;

  test('is left to be typed by the officer, in words', () => {
    expect(rowOn(box('Date of contact'), on)).toMatchObject({
      state: 'cannot',
      text: '2 May 2010',
      why: {
        code: 'date-order-unknown',
        message: expect.stringMatching(/Type this one yourself: 2 May 2010$/),
      },
    });
  });

  test('does not stand there already because the same figures do', () => {
    expect(rowOn(box('Date of contact', 'value="02/05/2010"'), on)).toMatchObject({
      state: 'cannot',
      why: {
        code: 'date-meaning-unknown',
        message: expect.stringMatching(/“02\/05\/2010”.* means 2 May 2010/),
      },
    });
  });

  test('is said to differ where no order gives it, or to be in words where no day stands there', () => {
    const says = (held: string) => rowOn(box('Date of contact', `value="${held}"`), on).why?.code;
    expect(says('02/06/2010')).toBe('date-differs');
    expect(says('unknown')).toBe('date-order-unknown');
  });

  test('is typed as a date box, an adapter, or one day of the page says', () => {
    expect(rowOn(box('Date of contact', 'type="date"'), on).text).toBe('2010-05-02');
    expect(rowOn(box('Date of contact'), on, [adapterOf('MM/DD/YYYY')]).text).toBe('05/02/2010');
    expect(rowOn(dd('Made', '11/25/2026 10:04') + box('Date of contact'), on).text).toBe(
      '05/02/2010',
    );
  });

  test('is not typed where the page says otherwise than its adapter', () => {
    const html = dd('Made', '11/25/2026') + box('Date of contact');
    expect(rowOn(html, on, [adapterOf('DD/MM/YYYY')]).state).toBe('cannot');
  });

  test('is not told by what somebody wrote in a text, nor by a date box of the browser’s own', () => {
    const html = `<p>Seen on 25/11/2026 at school.</p>${box('Review', 'type="date" value="2026-11-25"')}`;
    expect(rowOn(html + box('Date of contact'), on).state).toBe('cannot');
  });
});

function adapterOf(dates: string): Adapter {
  return {
    id: 'rms/contact',
    title: 'Records',
    version: '1.0.0',
    owner: 'Northmoor',
    engine: '>=0.0',
    match: { anchors: [{ heading: 'Log' }] },
    screens: [],
    fill: [{ of: 'intervention', fields: {}, dates }],
    fixtures: [],
  };
}

/** Drops leading noughts for a pattern with one letter, which takes figures with and without them. */
function unpadded(text: string, way: string): string {
  return way.startsWith('M-') ? text.replace(/\b0/g, '') : text;
}
