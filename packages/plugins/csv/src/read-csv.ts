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
  async read(bytes) {
    const table = readTable(bytes);
    if (!table.ok) return table;
    const columns = columnsOf(table.value.headings);
    const rows = table.value.rows.map((cells, index) => ({ cells, number: index + 2 }));
    const whole = rows.filter(({ number }) => !table.value.broken.has(number));
    return passed(
      whole
        .filter(({ cells }) => cells.some((cell) => cell !== ''))
        .map(({ cells, number }) => referralOf(cells, number, columns)),
      [...headingIssues(columns), ...brokenIssues(table.value)],
    );
  },
};

interface ReadColumn {
  readonly heading: string;
  readonly path: FieldPath | undefined;
}

function columnsOf(headings: readonly string[]): readonly ReadColumn[] {
  return headings.map((heading) => ({ heading: heading.trim(), path: pathOfHeading(heading) }));
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
  const issues: Issue[] = lengthIssues(cells, number, columns);
  columns.forEach(({ heading, path }, index) => {
    if (path === undefined) return;
    const text = unguard(cells[index] ?? '');
    const at = `row ${number}, column “${heading}”`;
    const before = values[path] ?? [];
    labels[path] ??= heading;
    if (fieldOf(path).many) values[path] = [...before, text];
    else if (text !== '' && before.length > 0) issues.push(twice(heading, before[0] ?? '', at));
    else if (text !== '') values[path] = [text];
    if (text.trim() !== '') {
      const found = readValue(fieldOf(path).read, text, { label: heading });
      issues.push(...found.issues.map((issue) => ({ ...issue, at })));
    }
  });
  for (const path of Object.keys(values) as FieldPath[]) {
    // An empty cell keeps a place only if a value follows it.
    const list = values[path] ?? [];
    const kept = list.slice(0, list.findLastIndex((text) => text !== '') + 1);
    if (kept.length > 0) values[path] = kept;
    else delete values[path];
  }
  return { values, labels, at: `row ${number}`, issues };
}

function twice(heading: string, taken: string, at: string): Issue {
  return {
    code: 'column-twice',
    severity: 'warning',
    message: `Two columns hold ${heading}. “${taken}” was read and this one was not: check which is right`,
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
