/** Imports referrals: a file of ours, or any list with headings that name its columns. Each row opens a draft. */
import {
  type FieldPath,
  fieldOf,
  type ImportedReferral,
  type Importer,
  type Issue,
  type PlainDate,
  passed,
  readValue,
} from '@cyber-prevent/core/plugin';
import { unguard } from './formula-guard.js';
import { type ReadColumns, readColumns } from './read-columns.js';
import { ageIssue, isHeadingsAgain, rowIssues, rowNotices } from './row-doubt.js';
import { readTable, type Table, type TableRow } from './table.js';

export const csvImporter: Importer & { readonly id: 'csv' } = {
  id: 'csv',
  title: 'Spreadsheet (CSV)',
  mediaTypes: ['text/csv'],
  extensions: ['csv'],
  async columns(bytes) {
    const table = readTable(bytes, 'any');
    if (!table.ok) return table;
    const { rows } = table.value;
    return passed(
      readColumns(table.value).columns.map(({ heading, path }, index) => ({
        heading,
        first: unguard(rows.find(({ cells }) => cells[index]?.trim())?.cells[index] ?? ''),
        ...(path ? { path } : {}),
      })),
    );
  },
  async read(bytes, { columns: said, progress, today }) {
    const table = readTable(bytes, said ? 'any' : 'known');
    if (!table.ok) return table;
    const { headings, rows, issues } = table.value;
    const columns = readColumns(table.value, said);
    const referrals: ImportedReferral[] = [];
    const again: Issue[] = [];
    for (const [index, row] of rows.entries()) {
      if (index % STEP === 0) progress?.(index, rows.length);
      if (isHeadingsAgain(row.cells, headings)) again.push(headingsAgain(row));
      else if (row.cells.some((cell) => cell !== ''))
        referrals.push(referralOf(row, columns, table.value, today));
    }
    return passed(referrals, [
      ...issues,
      ...columns.issues,
      ...again,
      ...(referrals.length === 0 ? [NO_ROWS] : []),
    ]);
  },
};

/** Headings of names that follow the first. */
const MIDDLE = /\bmiddle\b/i;
/** Rows between two words on progress. */
const STEP = 500;

const NO_ROWS: Issue = {
  code: 'file-no-rows',
  severity: 'warning',
  message: 'There is nobody under the headings. Check that this is the right file',
  at: 'row 1',
};

function headingsAgain({ number }: TableRow): Issue {
  return {
    code: 'row-of-headings',
    severity: 'warning',
    message: `Row ${number} has the headings again, so it was not read`,
    at: `row ${number}`,
  };
}

function referralOf(
  row: TableRow,
  { columns, unsure }: ReadColumns,
  { isKnown, delimiter }: Table,
  today: PlainDate,
): ImportedReferral {
  const { cells, number } = row;
  const values: Partial<Record<FieldPath, string[]>> = {};
  const labels: Partial<Record<FieldPath, string>> = {};
  const places: Partial<Record<FieldPath, string[]>> = {};
  const doubtful = rowIssues(row, columns);
  const twofold = new Set<FieldPath>();
  const issues: Issue[] = [...doubtful];
  columns.forEach(({ heading, path }, index) => {
    if (path === undefined) return;
    const text = unguard(cells[index] ?? '');
    const at = `row ${number}, column ${heading === '' ? index + 1 : `“${heading}”`}`;
    const before = values[path] ?? [];
    const isMany = fieldOf(path).many === true;
    if (heading !== '') labels[path] ??= heading;
    const [given] = before;
    if (path === 'subject.givenNames' && given !== undefined && MIDDLE.test(heading)) {
      if (text.trim() !== '') values[path] = [`${given} ${text}`];
    } else if (isMany || (text !== '' && !before.includes(text))) {
      if (!isMany && before.length > 0) {
        twofold.add(path);
        issues.push(twice(heading, at));
      }
      values[path] = [...before, text];
      places[path] = [...(places[path] ?? []), at];
    }
    if (text.trim() !== '') {
      const found = readValue(fieldOf(path).read, text, { label: heading });
      issues.push(...found.issues.map((issue) => ({ ...issue, at })));
    }
  });
  for (const path of Object.keys(values) as FieldPath[]) {
    // An empty cell keeps a place only if a value follows it.
    const list = values[path] ?? [];
    const kept = list.slice(0, list.findLastIndex((text) => text !== '') + 1);
    if (kept.length > 0) {
      values[path] = kept;
      places[path] = places[path]?.slice(0, kept.length) ?? [];
    } else {
      delete values[path];
      delete places[path];
    }
  }
  if (isKnown) issues.push(...rowNotices(row, columns, delimiter));
  const [born = ''] = values['subject.bornOn'] ?? [];
  const differs = ageIssue(row, columns, born, today);
  if (differs) {
    issues.push(differs);
    twofold.add('subject.bornOn');
  }
  const isAsked = (path: FieldPath) =>
    doubtful.length > 0 || unsure.includes(path) || twofold.has(path);
  const asked = (Object.keys(values) as FieldPath[]).filter(isAsked);
  return {
    values,
    labels,
    places,
    ...(asked.length > 0 ? { unsure: asked } : {}),
    at: `row ${number}`,
    issues,
  };
}

function twice(heading: string, at: string): Issue {
  return {
    code: 'column-twice',
    severity: 'warning',
    message: `Two columns hold ${heading || 'the same'}, and they differ. Each is offered: take one`,
    at,
  };
}
