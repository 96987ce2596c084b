/** The bytes of a file as a table: its cells before their columns are known, or the reason it cannot be read. */
import { failed, type Issue, passed, type Result } from '@cyber-prevent/core/plugin';
import { type CellRow, cellRows, MOST_BROKEN } from './cells.js';
import { DELIMITERS, type Delimiter, hasFacts, headingRow } from './heading-row.js';

/** More than a caseload; a larger file is not an export of referrals. */
export const MOST_BYTES = 10 * 1024 * 1024;
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 500;

export interface TableRow extends CellRow {
  /** Its row in the file, from 1. */
  readonly number: number;
}

export interface Table {
  /** Empty texts if the file has no row of headings. */
  readonly headings: readonly string[];
  /** False if no heading says what its column holds: an officer does. */
  readonly isKnown: boolean;
  readonly delimiter: Delimiter;
  /** The rows below the headings. */
  readonly rows: readonly TableRow[];
  readonly issues: readonly Issue[];
}

/**
 * Reads the table. For any other file, the issue says what to do with it.
 *
 * @param allowed - `any` also reads a table none of whose headings is known, if it has two columns or more
 */
export function readTable(bytes: Uint8Array, allowed: 'known' | 'any' = 'known'): Result<Table> {
  if (bytes.length > MOST_BYTES)
    return refused('file-too-large', 'The file is larger than 10 MB. Split it into smaller files');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return refused(
      'file-not-csv',
      'This is a workbook. Save it as “CSV UTF-8” and choose that file',
    );
  const decodedText = decoded(bytes);
  if (decodedText === undefined || hasNulAtFirst(decodedText))
    return refused(
      'file-not-utf-8',
      'The characters in this file cannot be read with certainty. Save it again as “CSV UTF-8” and choose that file',
    );
  const { text, delimiters, above } = withoutMarks(decodedText);
  if (text.trim() === '')
    return refused('file-empty', 'The file is empty. Choose a file with a row of headings');

  const found = headingRow(text, delimiters);
  const isKnown = found !== undefined && !found.isDouble;
  const delimiter = found?.delimiter ?? (allowed === 'any' ? likely(text, delimiters) : undefined);
  if (delimiter === undefined || (!isKnown && allowed === 'known'))
    return found?.isDouble
      ? refused(
          'headings-unknown',
          'There are two rows of headings, so it is not clear whose each column is. Say what each column holds',
          `row ${found.index + above + 1}`,
        )
      : refused(
          'headings-unknown',
          'No heading in the first row was recognised. Use headings such as Name, Date of birth, Referral reference',
          'row 1',
        );
  const all = cellRows(text, delimiter);
  const top = topOf(all, found);
  const rows = all.map((row, index) => ({ ...row, number: index + above + 1 })).slice(top.below);
  if (rows.length > MOST_ROWS)
    return refused(
      'file-too-long',
      'The file has more than 20,000 rows. Split it into smaller files',
    );
  if (top.headings.length > MOST_COLUMNS)
    return refused(
      'file-too-wide',
      'The file has more than 500 columns. Remove those that are not needed',
    );
  if (rows.filter(({ isBroken }) => isBroken).length > MOST_BROKEN)
    return refused(
      'file-not-csv',
      'Too many quotation marks in this file have no partner. Save it again as “CSV UTF-8” and choose that file',
    );
  const issues = aboveIssues(all.slice(0, found?.index ?? 0), above + 1);
  return passed({ headings: top.headings, isKnown, delimiter, rows, issues });
}

/** Decodes UTF-8 only: another encoding read as UTF-8, or guessed, would corrupt letters in names. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** True for UTF-16 without its mark: plain letters of it are well-formed UTF-8, each followed by a NUL. */
function hasNulAtFirst(text: string): boolean {
  const [first = ''] = text.slice(0, 1000).split(/[\r\n]/);
  return first.includes('\0');
}

const END_OF_FILE = '\u001A';

/** The text without what programs add: Excel's line about the separator, and the sign at the end of a DOS file. */
function withoutMarks(text: string): {
  readonly text: string;
  readonly delimiters: readonly Delimiter[];
  /** Rows taken away at the top. */
  readonly above: number;
} {
  let end = text.length;
  while (text[end - 1] === END_OF_FILE) end -= 1;
  const isMark = end < text.length && (end === 0 || /[\r\n]/.test(text[end - 1] ?? ''));
  const whole = isMark ? text.slice(0, end) : text;
  const [line = '', said] = /^sep=(.)(?:\r\n|\r|\n|$)/.exec(whole) ?? [];
  const delimiter = DELIMITERS.find((each) => each === said);
  return delimiter === undefined
    ? { text: whole, delimiters: DELIMITERS, above: 0 }
    : { text: whole.slice(line.length), delimiters: [delimiter], above: 1 };
}

interface Top {
  readonly headings: readonly string[];
  /** Its number of rows. */
  readonly below: number;
}

function topOf(rows: readonly CellRow[], found: ReturnType<typeof headingRow>): Top {
  const index = found?.index ?? 0;
  const headings = rows[index]?.cells ?? [];
  if (found?.isDouble) {
    const own = rows[index + 1]?.cells ?? [];
    return { headings: joined(headings, own), below: index + 2 };
  }
  const [first] = rows;
  // A first row about somebody must not vanish into headings.
  if (!found && first && hasFacts(first)) return { headings: first.cells.map(() => ''), below: 0 };
  return { headings, below: index + 1 };
}

/** Headings below merged cells, each with the words above it. */
function joined(upper: readonly string[], own: readonly string[]): readonly string[] {
  let above = '';
  return Array.from({ length: Math.max(upper.length, own.length) }, (_, at) => {
    above = upper[at]?.trim() || above;
    return [above, own[at]?.trim() ?? ''].filter((words) => words !== '').join(': ');
  });
}

function aboveIssues(skipped: readonly CellRow[], number: number): readonly Issue[] {
  const said = skipped.flatMap(({ cells }) => cells.filter((cell) => cell.trim() !== ''));
  if (said.length === 0) return [];
  return [
    {
      code: 'rows-above-headings',
      severity: 'warning',
      message: `What is above the headings was not read: ${said
        .map((text) => `“${text.trim()}”`)
        .join(', ')
        .slice(0, 300)}`,
      at: `row ${number}`,
    },
  ];
}

/** The separator with the most columns, where no heading tells; undefined if none splits the row. */
function likely(text: string, delimiters: readonly Delimiter[]): Delimiter | undefined {
  const counts = delimiters.map((delimiter) => ({
    delimiter,
    count: cellRows(text, delimiter, 1)[0]?.cells.length ?? 0,
  }));
  const best = counts.reduce((one, other) => (other.count > one.count ? other : one));
  return best.count < 2 ? undefined : best.delimiter;
}

function refused(code: string, message: string, at?: string): Result<never> {
  const issue: Issue = { code, severity: 'error', message, ...(at === undefined ? {} : { at }) };
  return failed(issue);
}
