import { expect, test } from 'vitest';
import { gatherCodeLists } from '../codes/index.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import { buildSubject } from '../testing/fiction/builder.js';
import { UNCONDITIONED } from '../testing/unconditioned.js';
import { fillValues } from './fill-value.js';
import { nameForm } from './name-form.js';
import { planFill } from './plan-fill.js';

const LISTS = gatherCodeLists();
const born = (...others: readonly string[]) =>
  buildSubject({
    name: 'Tamsin Vael',
    bornOn: '2010-03-04',
    alsoRecorded: others.map((date) => ({ what: 'bornOn', date, notedOn: '2026-11-20' })),
  });

test('a date of birth is given with the others that are on record', () => {
  const values = fillValues(
    'intervention',
    { subject: born('2010-03-05', '2010-03-04') },
    LISTS,
    UNCONDITIONED,
  );
  const valueAt = (path: string) => values.find((value) => value.path === path);
  expect(valueAt('subject.bornOn')).toMatchObject({
    text: '4 March 2010',
    others: ['5 March 2010'],
  });
  expect(valueAt('subject.name')).not.toHaveProperty('others');
});

test.each([
  { others: ['2010-03-05'], start: 'leave', code: 'value-disputed' },
  { others: [], start: 'type', code: undefined },
])(
  'with $others.length other dates of birth on record, it starts as $start',
  ({ others, start, code }) => {
    const html = '<label>Date of birth <input type="date"></label>';
    const page = snapshotOfHtml(html, { url: 'https://rms.example.org/1' });
    const form = nameForm(page, readPage(page), { kind: 'intervention' });
    const values = fillValues('intervention', { subject: born(...others) }, LISTS, UNCONDITIONED);
    const row = planFill(form, values, [], [], true).rows.find(({ id }) => id === 'subject.bornOn');
    expect(row).toMatchObject({ state: 'can', start });
    expect(row?.why?.code).toBe(code);
  },
);
