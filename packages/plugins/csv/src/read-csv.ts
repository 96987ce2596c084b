/** Imports referrals: a file of ours, or any list with headings that name its columns. Each row opens a draft. */
import {
  type FieldPath,
  fieldOf,
  type ImportedReferral,
  type Importer,
  type Issue,
  passed,
  readValue,
} from '@cyber-prevent/core/plugin';
import { pathOfHeading } from './column.js';
import { unguard } from './formula-guard.js';
import { readTable, type Table } from './table.js';

export const csvImporter: Importer & { readonly id: 'csv' } = {
  id: 'csv',
  title: 'Spreadsheet (CSV)',
  mediaTypes: ['text/csv'],
  extensions: ['csv'],
  async columns(bytes) {
    const table = readTable(bytes, 'any');
    if (!table.ok) return table;
    const { headings, rows } = table.value;
    return passed(
      columnsOf(headings).map(({ heading, path }, index) => ({
        heading,
        first: unguard(rows.find((cells) => cells[index]?.trim())?.[index] ?? ''),
        ...(path ? { path } : {}),
      })),
    );
  },
  async read(bytes, { columns: said, progress }) {
    const table = readTable(bytes, said ? 'any' : 'known');
    if (!table.ok) return table;
    const { headings, rows, broken } = table.value;
    const columns = columnsOf(headings, said);
    const referrals: ImportedReferral[] = [];
    for (const [index, cells] of rows.entries()) {
      if (index % STEP === 0) progress?.(index, rows.length);
      const number = index + 2;
      if (!broken.has(number) && cells.some((cell) => cell !== ''))
        referrals.push(referralOf(cells, number, columns));
    }
    return passed(referrals, [
      // The officer who says what each column holds has seen those that are left out.
      ...(said ? [] : headingIssues(columns)),
      ...brokenIssues(table.value),
    ]);
  },
};

/** Rows between two words on progress. */
const STEP = 500;

interface ReadColumn {
  readonly heading: string;
  readonly path: FieldPath | undefined;
}

/** @param said - the field of each column, if an officer said so */
function columnsOf(
  headings: readonly string[],
  said?: readonly (FieldPath | undefined)[],
): readonly ReadColumn[] {
  return headings.map((heading, index) => ({
    heading: heading.trim(),
    path: said ? said[index] : pathOfHeading(heading),
  }));
}

/** Reports unknown columns, which are not dropped silently. */
function headingIssues(columns: readonly ReadColumn[]): readonly Issue[] {
  return columns.flatMap(({ heading, path }, index): readonly Issue[] => {
    if (path !== undefined || heading === '') return [];
    return [
      {
        code: 'heading-unknown',
        severity: 'warning',
        message: `The column “${heading}” was not read. Give it a heading such as ${fieldOf('subject.school').label}, if it should be`,
        at: `row 1, column ${index + 1}`,
      },
    ];
  });
}

function brokenIssues({ broken }: Table): readonly Issue[] {
  return [...broken].map((number) => ({
    code: 'row-broken',
    severity: 'error',
    message: `Row ${number} was not read: a quotation mark in it is not closed. Correct it, save the file and choose it again`,
    at: `row ${number}`,
  }));
}

function referralOf(
  cells: readonly string[],
  number: number,
  columns: readonly ReadColumn[],
): ImportedReferral {
  const values: Partial<Record<FieldPath, string[]>> = {};
  const labels: Partial<Record<FieldPath, string>> = {};
  const places: Partial<Record<FieldPath, string[]>> = {};
  const issues: Issue[] = lengthIssues(cells, number, columns);
  columns.forEach(({ heading, path }, index) => {
    if (path === undefined) return;
    const text = unguard(cells[index] ?? '');
    const at = `row ${number}, column ${heading === '' ? index + 1 : `“${heading}”`}`;
    const before = values[path] ?? [];
    if (heading !== '') labels[path] ??= heading;
    if (!fieldOf(path).many && text !== '' && before.length > 0)
      issues.push(twice(heading, before[0] ?? '', at));
    else if (fieldOf(path).many || text !== '') {
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
  return { values, labels, places, at: `row ${number}`, issues };
}

function twice(heading: string, taken: string, at: string): Issue {
  return {
    code: 'column-twice',
    severity: 'warning',
    message: `Two columns hold ${heading || 'the same'}. “${taken}” was read and this one was not: check which is right`,
    at,
  };
}

function lengthIssues(
  cells: readonly string[],
  number: number,
  columns: readonly ReadColumn[],
): Issue[] {
  const more = cells.length - columns.length;
  if (more === 0) return [];
  const [code, message] =
    more > 0
      ? [
          'row-too-long',
          `Row ${number} has more cells than there are headings. The extra cells were not read: check the row`,
        ]
      : [
          'row-too-short',
          `Row ${number} has fewer cells than there are headings. Check that nothing is missing at its end`,
        ];
  return [{ code, severity: 'warning', message, at: `row ${number}` }];
}
