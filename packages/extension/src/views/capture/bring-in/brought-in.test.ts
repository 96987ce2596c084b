import type { ImportedReferral } from '@cyber-prevent/core/plugin';
import { testHost } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import type { FileImporter } from '../../../sandbox/file/file-service.js';
import { broughtIn, draftOfRow, importersFor, needsALook } from './brought-in.js';

const CSV: FileImporter = {
  id: 'csv',
  title: 'Spreadsheet (CSV)',
  version: '1.0.0',
  mediaTypes: ['text/csv'],
  extensions: ['csv'],
  hasColumns: true,
};
const JSON_FILES = { ...CSV, id: 'sdm', mediaTypes: ['application/json'], extensions: ['json'] };
const OTHER = { ...JSON_FILES, id: 'other' };
const ALL = [CSV, JSON_FILES, OTHER];
const ids = (name: string, type = '') => importersFor({ name, type }, ALL).map(({ id }) => id);

const file = (referrals: readonly Omit<ImportedReferral, 'issues'>[]) =>
  broughtIn(
    { name: 'list.csv', bytes: new Uint8Array(), importer: CSV, columns: [], issues: [] },
    referrals.map((each) => ({ ...each, issues: [] })),
    testHost().clock.today(),
  );
const born = (...dates: readonly string[]) =>
  dates.map((date, row) => ({
    values: { 'subject.name': [`Wren ${row}`], 'subject.bornOn': [date] },
    at: `row ${row + 2}`,
  }));

it('recognises a file by its ending, then by its type, and leaves the choice between two', () => {
  expect(ids('List.CSV')).toEqual(['csv']);
  expect(ids('list.csv', 'application/json')).toEqual(['csv']);
  expect(ids('list', 'text/csv')).toEqual(['csv']);
  expect(ids('export.json')).toEqual(['sdm', 'other']);
  expect(ids('letter.docx')).toEqual([]);
  expect(ids('csv')).toEqual([]);
});

it('marks a row that says the same as an earlier one, in whatever order', async () => {
  const { rows } = await file([
    { values: { 'subject.name': ['Wren'], 'subject.school': ['Harrowmere'] }, at: 'row 2' },
    { values: { 'subject.school': ['Harrowmere'], 'subject.name': ['Wren'] }, at: 'row 3' },
    { values: { 'subject.name': ['Wren'] }, at: 'row 4' },
  ]);
  expect(rows.map(({ sameAs }) => sameAs)).toEqual([undefined, 'row 2', undefined]);
  expect(rows.map(needsALook)).toEqual([false, true, false]);
});

it('names a row by its parts if it has no whole name, and wants a look at one without', async () => {
  const { rows } = await file([
    { values: { 'subject.givenNames': ['Ottoline'], 'subject.familyName': ['Wren'] }, at: 'row 2' },
    { values: { 'subject.familyName': ['Wren'] }, at: 'row 3' },
    { values: { 'subject.name': ['  '] }, at: 'row 4' },
  ]);
  expect(rows.map(({ name }) => name)).toEqual(['Ottoline Wren', 'Wren', undefined]);
  expect(rows.map(needsALook)).toEqual([false, false, true]);
});

it('reads an ambiguous day as the rest of the file proves, however far away that is', async () => {
  const many = born(...Array.from({ length: 2500 }, () => '05/04/2010'), '25/12/2011');
  const read = await file(many);
  const [first] = read.rows;
  const draft = first && draftOfRow(read, first, testHost());
  expect(draft?.rows.find(({ path }) => path === 'subject.bornOn')?.value).toBe('2010-04-05');
});

it('asks about a day of birth where the dates of referral alone prove an order', async () => {
  const read = await file([
    {
      values: { 'subject.bornOn': ['05/04/2010'], 'referral.receivedOn': ['25/03/2024'] },
      at: 'row 2',
    },
  ]);
  const [first] = read.rows;
  expect(first?.born[0]?.either).toEqual({ dayFirst: '2010-04-05', monthFirst: '2010-05-04' });
  expect(first && needsALook(first)).toBe(true);
  const draft = first && draftOfRow(read, first, testHost());
  expect(draft?.rows.find(({ path }) => path === 'subject.bornOn')?.decision.kind).toBe('leave');
});

it('asks about an ambiguous day of a file that proves both orders, or none', async () => {
  for (const dates of [
    ['05/04/2010', ...Array.from({ length: 1500 }, () => '25/12/2011'), '12/25/2011'],
    ['05/04/2010'],
  ]) {
    const read = await file(born(...dates));
    const [first] = read.rows;
    const draft = first && draftOfRow(read, first, testHost());
    expect(draft?.rows.find(({ path }) => path === 'subject.bornOn')?.either).toBeTruthy();
  }
});

it('marks a row that says the same in other capitals, blanks and accents', async () => {
  const { rows } = await file([
    { values: { 'subject.name': ['Zo\u00EB Wren'], 'referral.reference': ['R-1'] }, at: 'row 2' },
    {
      values: { 'subject.name': [' zoe\u0308  WREN.'], 'referral.reference': ['r-1'] },
      at: 'row 3',
    },
  ]);
  expect(rows.map(({ sameAs }) => sameAs)).toEqual([undefined, 'row 2']);
});

it('marks a row with the reference of an earlier one, where something else differs', async () => {
  const { rows } = await file([
    { values: { 'subject.bornOn': ['14/03/2010'], 'referral.reference': ['R-1'] }, at: 'row 2' },
    { values: { 'subject.bornOn': ['14/03/2011'], 'referral.reference': ['R-1'] }, at: 'row 3' },
    { values: { 'subject.bornOn': ['14/03/2010'], 'referral.reference': ['R-1'] }, at: 'row 4' },
    { values: { 'subject.bornOn': ['14/03/2010'], 'referral.reference': ['R-2'] }, at: 'row 5' },
  ]);
  expect(rows.map(({ sameAs, referenceAs }) => [sameAs, referenceAs])).toEqual([
    [undefined, undefined],
    [undefined, 'row 2'],
    ['row 2', undefined],
    [undefined, undefined],
  ]);
});

it('wants a look at a row whose draft will doubt something, each reason once', async () => {
  const read = await file([
    { values: { 'subject.name': ['Wren & Ivo'], 'subject.bornOn': ['14/03/2010'] }, at: 'row 2' },
    { values: { 'subject.name': ['Wren'] }, unsure: ['subject.name'], at: 'row 3' },
  ]);
  expect(read.rows[0]?.issues).toMatchObject([{ code: 'file-several' }]);
  const starts = read.rows.map((row) =>
    draftOfRow(read, row, testHost()).rows.map(({ decision }) => decision.kind),
  );
  expect(starts).toEqual([['leave', 'leave'], ['leave']]);
});

const bornOn = (...dates: readonly string[]) =>
  dates.map((date, row) => ({
    values: { 'subject.name': ['Tobias Wren'], 'subject.bornOn': [date] },
    at: `row ${row + 2}`,
  }));

it.each([
  ['05/04/2010', 'date-either-order'],
  ['25/12/2026', 'date-in-future'],
  ['spring 2010', 'date-unreadable'],
])('marks %s as %s, in the words of the draft', async (date, code) => {
  const read = await file(bornOn(date));
  const [row] = read.rows;
  if (!row) throw new RangeError('No row');
  const said = draftOfRow(read, row, testHost()).rows.flatMap(({ issues }) => issues);
  expect(said.map((issue) => issue.code)).toEqual([code]);
  expect(row.issues.map(({ message }) => message)).toEqual(said.map(({ message }) => message));
  expect(needsALook(row)).toBe(true);
});

it('reads each date of birth as the rest of the file proves, and doubts none of them', async () => {
  const { rows } = await file(bornOn('05/04/2010', '25/12/2011'));
  expect(rows.map((row) => row.born.map(({ day, written }) => [day, written]))).toEqual([
    [['2010-04-05', '05/04/2010']],
    [['2011-12-25', '25/12/2011']],
  ]);
  expect(rows.map(needsALook)).toEqual([false, false]);
});

it('leaves out that the importer could not read a date which the order of the file reads', async () => {
  const at = 'row 2, column “DOB”';
  const referral = (date: string): ImportedReferral => ({
    values: { 'subject.bornOn': [date] },
    places: { 'subject.bornOn': [at] },
    at: 'row 2',
    issues: [{ code: 'date-unreadable', message: 'No date.', severity: 'warning', at }],
  });
  const read = async (date: string) => {
    const common = { name: 'list.csv', bytes: new Uint8Array(), importer: CSV };
    const today = testHost().clock.today();
    const brought = await broughtIn(
      { ...common, columns: [], issues: [] },
      [referral(date)],
      today,
    );
    return brought.rows.flatMap(({ issues }) => issues.map(({ code }) => code));
  };
  expect(await read('04/13/2010')).toEqual(['date-month-first']);
  expect(await read('spring 2010')).toEqual(['date-unreadable', 'date-unreadable']);
});

it('wants a look at a row with two dates of birth, unless they are one day', async () => {
  const row = (at: string, ...dates: readonly string[]) => ({
    values: { 'subject.name': ['Tobias Wren'], 'subject.bornOn': dates },
    at,
  });
  const { rows } = await file([
    row('row 2', '14/03/2010', '15/03/2010'),
    row('row 3', '14/03/2010', '14 March 2010'),
    { ...row('row 4', '14/03/2010', '16/03/2010'), unsure: ['subject.bornOn'] },
  ]);
  // The importer of the last has said it in its own words.
  expect(rows.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
    ['several-values'],
    [],
    [],
  ]);
  expect(rows.map(({ born }) => born.length)).toEqual([2, 2, 2]);
});
