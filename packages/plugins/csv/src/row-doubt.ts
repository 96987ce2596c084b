/** Doubts about a whole row: its cells may stand under the wrong headings, or hold another row. */
import { fieldOf, type Issue, type PlainDate } from '@cyber-prevent/core/plugin';
import { plainCells } from './cells.js';
import { foldedHeading } from './column.js';
import { isReadAs } from './heading-row.js';
import type { ReadColumn } from './read-columns.js';
import type { TableRow } from './table.js';

/** Readers that hardly take the text of another field. */
const STRICT = ['ukDate', 'phone', 'email'] as const;
/** Headings under which a system says that a row is not meant, or warns of something. */
const NOTICE =
  /\b(?:status|state|outcome|notes?|comments?|remarks?|warnings?|alerts?|flags?|markers?|withdrawn|do not)\b/i;

/** Reasons for which nothing of a row starts as taken. */
export function rowIssues(
  { cells, isBroken, number }: TableRow,
  columns: readonly ReadColumn[],
): Issue[] {
  const at = `row ${number}`;
  const more = cells.length - columns.length;
  const extra = cells.slice(columns.length).filter((cell) => cell.trim() !== '');
  if (isBroken)
    return [
      {
        code: 'row-broken',
        severity: 'warning',
        message: `A quotation mark in row ${number} has no partner, so nothing of the row is taken. Check each value against the file`,
        at,
      },
    ];
  if (more > 0)
    return [
      {
        code: 'row-too-long',
        severity: 'warning',
        message: `Row ${number} has more cells than there are headings, so nothing of it is taken. ${extra.length > 0 ? `Not read: ${quoted(extra.join(', '))}` : 'Check each value against the file'}`,
        at,
      },
    ];
  if (more < 0)
    return [
      {
        code: 'row-too-short',
        severity: 'warning',
        message: `Row ${number} has fewer cells than there are headings, so nothing of it is taken. Check each value against the file`,
        at,
      },
    ];
  if (isShifted(cells, columns))
    return [
      {
        code: 'row-shifted',
        severity: 'warning',
        message: `Cells of row ${number} seem to be under the wrong headings, so nothing of it is taken. Check each value against the file`,
        at,
      },
    ];
  return [];
}

/** True if a cell is no value of its own field, and plainly one of another. */
function isShifted(cells: readonly string[], columns: readonly ReadColumn[]): boolean {
  return columns.some(({ path }, index) => {
    const text = cells[index]?.trim() ?? '';
    if (path === undefined || text === '') return false;
    const { read } = fieldOf(path);
    const others = STRICT.filter((each) => each !== read);
    return (
      (STRICT.some((each) => each === read) || read === 'name' || read === 'reference') &&
      !isReadAs(read, text) &&
      others.some((each) => isReadAs(each, text))
    );
  });
}

/** Things in a row that are in no field, or may be another row: shown, and nothing is put in doubt by them. */
export function rowNotices(
  { cells, number }: TableRow,
  columns: readonly ReadColumn[],
  delimiter: string,
): readonly Issue[] {
  return columns.flatMap(({ heading, path }, index): readonly Issue[] => {
    const text = cells[index]?.trim() ?? '';
    if (text === '') return [];
    const at = `row ${number}, column ${heading === '' ? index + 1 : `“${heading}”`}`;
    if (path === undefined)
      return heading === '' || NOTICE.test(heading)
        ? [
            {
              code: 'cell-not-read',
              severity: 'warning',
              message: `Not read, ${heading === '' ? 'without a heading' : `under “${heading}”`}: ${quoted(text)}`,
              at,
            },
          ]
        : [];
    return holdsRow(text, columns, delimiter)
      ? [
          {
            code: 'cell-holds-row',
            severity: 'warning',
            message: `A line under “${heading}” looks like a row about somebody else. Check whether a quotation mark is in the wrong place`,
            at,
          },
        ]
      : [];
  });
}

/** The age in a row, where its date of birth says another: one of them is a slip, or about somebody else. */
export function ageIssue(
  { cells, number }: TableRow,
  columns: readonly ReadColumn[],
  born: string,
  today: PlainDate,
): Issue | undefined {
  const index = columns.findIndex(({ heading, path }) => path === undefined && AGE.test(heading));
  const age = /^\d{1,3}$/.exec(cells[index]?.trim() ?? '')?.[0];
  const year = /(?<!\d)\d{4}(?!\d)/.exec(born)?.[0];
  if (age === undefined || year === undefined) return undefined;
  const turns = Number(today.slice(0, 4)) - Number(year);
  // A list may be two years old.
  if (Number(age) <= turns && Number(age) >= turns - 3) return undefined;
  return {
    code: 'age-differs',
    severity: 'warning',
    message: `The file says ${age} for the age, and the date of birth says another. Check which is right`,
    at: `row ${number}`,
  };
}

const AGE = /^age\b/i;

/** True if a line within the cell has as many cells as there are columns, and a date or an address where one belongs. */
function holdsRow(text: string, columns: readonly ReadColumn[], delimiter: string): boolean {
  if (columns.length < 3 || text.length > LONGEST || !/[\r\n]/.test(text)) return false;
  return text.split(/\r\n|\r|\n/).some((line) => {
    const cells = plainCells(line, delimiter);
    return (
      cells.length === columns.length &&
      columns.some(({ path }, index) => {
        const read = path === undefined ? undefined : fieldOf(path).read;
        const strict = STRICT.find((each) => each === read);
        return strict !== undefined && isReadAs(strict, cells[index]?.trim() ?? '');
      })
    );
  });
}

const LONGEST = 100_000;

/** True for the headings again, as on the next page of a printed list. */
export function isHeadingsAgain(cells: readonly string[], headings: readonly string[]): boolean {
  return (
    cells.length === headings.length &&
    headings.some((heading) => heading.trim() !== '') &&
    cells.every((cell, index) => foldedHeading(cell) === foldedHeading(headings[index] ?? ''))
  );
}

function quoted(text: string): string {
  const short = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return `“${short}”`;
}
