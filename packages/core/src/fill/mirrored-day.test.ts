/**
 * Days mirrored in hidden fields. A calendar shows a day in one box and sends another: no day counts as typed unless
 * both agree.
 */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gatherCodeLists } from '../codes/index.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import type { PlainDate } from '../shared/primitives.js';
import { buildIntervention, buildSubject } from '../testing/fiction/builder.js';
import { UNCONDITIONED } from '../testing/unconditioned.js';
import { fillValues } from './fill-value.js';
import { denialOf, mirroredPatterns } from './mirrored-day.js';
import { nameForm } from './name-form.js';
import { planFill } from './plan-fill.js';
import { writeDate } from './written-date.js';

const on = '2010-05-02' as PlainDate;
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as PlainDate);
const WAYS = ['YYYY-MM-DD', 'D MMMM YYYY', 'DD-MMM-YYYY'] as const;

describe('a field out of sight', () => {
  test.each([
    ['that holds another day in figures', '2010-02-05'],
    ['that holds another day in words', 'Fri, 5 February 2010'],
    ['that holds another day with a time', '2010-02-05T00:00:00'],
    ['that holds a day in no order of the one that was typed', '06/05/2010'],
    ['of an instant two days off', '2010-05-04T23:00:00Z'],
  ])('%s denies what was typed', (_, now) => {
    expect(denialOf([{ was: '', now }], '', on)).toBe(now);
  });

  test.each([
    ['that holds the day', '2010-05-02'],
    ['that can be read as the day', '05/02/2010'],
    ['that holds it as an instant of the night before', '2010-05-01T23:00:00.000Z'],
    ['that holds something else', 'f3a9-2010'],
    ['that holds nothing', ''],
  ])('%s denies nothing', (_, now) => {
    expect(denialOf([{ was: '', now }], '', on)).toBeUndefined();
  });

  test('that lost the day it held denies what was typed', () => {
    expect(denialOf([{ was: '2008-09-05', now: '' }], '05/09/2008', on)).toBe('');
  });

  test('that does not follow denies it where it held the day that the box held, and not otherwise', () => {
    const still = { was: '2008-09-05', now: '2008-09-05' };
    expect(denialOf([still], '05/09/2008', on)).toBe('2008-09-05');
    expect(denialOf([still], '5/9/2008', on)).toBe('2008-09-05');
    expect(denialOf([still], '', on)).toBeUndefined();
    expect(denialOf([still], '07/11/2008', on)).toBeUndefined();
  });

  test('denies every day but its own, however it is written', () => {
    fc.assert(
      fc.property(day, day, fc.constantFrom(...WAYS), (typed, held, way) => {
        const now = writeDate(held, way);
        expect(denialOf([{ was: '', now }], '', typed) === undefined).toBe(typed === held);
      }),
    );
  });
});

describe('the order of a box', () => {
  test('is what the field out of sight makes of the day that stands there, or is not known', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('DD/MM/YYYY', 'MM/DD/YYYY', 'D.M.YYYY'), (held, way) => {
        const [first] = mirroredPatterns(writeDate(held, way), [held]);
        const isOneDay = held.slice(5, 7) === held.slice(8);
        const padded = way.replace(/\bD\b/, 'DD').replace(/\bM\b/, 'MM');
        expect(first).toBe(isOneDay ? undefined : padded);
      }),
    );
  });

  test('is not proved by another day, by both of them, or by a text that holds more', () => {
    expect(mirroredPatterns('05/09/2008', ['2009-09-05', '2008-10-05'])).toEqual([]);
    expect(mirroredPatterns('05/09/2008', ['x2008-09-05', '2008-09-05-x'])).toEqual([]);
    expect(mirroredPatterns('', ['2008-09-05'])).toEqual([]);
    expect(mirroredPatterns('05/09/2008', ['2008-09-05', '2008-05-09'])).toHaveLength(2);
  });

  const subject = buildSubject({ name: 'Tamsin Vael' });
  const page = snapshotOfHtml(
    '<h1>Log</h1><p><label>Date of contact <input name="held" value="05/09/2008"></label></p>',
    { url: 'https://rms.example.org/1' },
  );
  const form = nameForm(page, readPage(page), { kind: 'intervention', adapters: [] });
  const intervention = buildIntervention({ subjectId: subject.id, heldOn: on });
  const values = fillValues(
    'intervention',
    { subject, intervention },
    gatherCodeLists(),
    UNCONDITIONED,
  );
  const planned = (mirrors: readonly string[]) => {
    const facts = form.controls.map(({ control }) => ({ ...control.facts, mirrors }));
    return planFill(form, values, facts, [], true).rows.find(
      ({ id }) => id === 'intervention.heldOn',
    );
  };

  test.each([
    ['2008-09-05', '02/05/2010'],
    ['2008-05-09', '05/02/2010'],
  ])('is learnt for a plan from %s out of sight: 2 May 2010 is %s', (mirror, text) => {
    expect(planned([mirror])).toMatchObject({ state: 'can', text });
  });

  test('is not learnt from two that differ', () => {
    expect(planned(['2008-09-05', '2008-05-09'])?.state).toBe('cannot');
  });
});
