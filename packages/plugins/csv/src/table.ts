/** The bytes of a file as a table: its cells before their columns are known, or the reason it cannot be read. */
import { failed, type Issue, passed, type Result } from '@cyber-prevent/core/plugin';
import Papa from 'papaparse';
import { pathOfHeading } from './column.js';

/** More than a caseload; a larger file is not an export of referrals. */
export const MOST_BYTES = 10 * 1024 * 1024;
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 500;

export interface Table {
  readonly headings: readonly string[];
  /** The rows below the headings, the second row of the file first. */
  readonly rows: readonly (readonly string[])[];
  /** Rows of the file (the headings are row 1) with unpaired quotation marks. */
  readonly broken: ReadonlySet<number>;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

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
  const text = decoded(bytes);
  if (text === undefined)
    return refused(
      'file-not-utf-8',
      'The characters in this file cannot be read with certainty. Save it again as “CSV UTF-8” and choose that file',
    );
  if (text.trim() === '')
    return refused('file-empty', 'The file is empty. Choose a file with a row of headings');

  const { first, newline } = firstRow(text);
  const delimiter = delimiterOf(first) ?? (allowed === 'any' ? likelyDelimiter(first) : undefined);
  if (delimiter === undefined)
    return refused(
      'headings-unknown',
      'No heading in the first row was recognised. Use headings such as Name, Date of birth, Referral reference',
      'row 1',
    );
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline });
  const [headings = [], ...rows] = data;
  // The line end after the last row starts no other.
  if (rows.at(-1)?.join('') === '') rows.pop();
  if (rows.length > MOST_ROWS)
    return refused(
      'file-too-long',
      'The file has more than 20,000 rows. Split it into smaller files',
    );
  if (headings.length > MOST_COLUMNS)
    return refused(
      'file-too-wide',
      'The file has more than 500 columns. Remove those that are not needed',
    );
  const broken = errors.filter(({ type }) => type === 'Quotes').map(({ row = 0 }) => row + 1);
  return passed({ headings, rows, broken: new Set(broken) });
}

/** Decodes UTF-8 only: another encoding read as UTF-8, or guessed, would corrupt letters in names. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The unparsed headings, and the line end after them, which is the one of the file. */
function firstRow(text: string): { first: string; newline: '\r\n' | '\n' | '\r' } {
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') isQuoted = !isQuoted;
    if (isQuoted || (sign !== '\n' && sign !== '\r')) continue;
    const newline = sign === '\n' ? '\n' : text[at + 1] === '\n' ? '\r\n' : '\r';
    return { first: text.slice(0, at), newline };
  }
  return { first: text, newline: '\n' };
}

/** The separator that splits off the most known headings: text in the rows below cannot mislead it. */
function delimiterOf(first: string): (typeof DELIMITERS)[number] | undefined {
  const known = DELIMITERS.map((delimiter) => {
    const headings = Papa.parse<string[]>(first, { delimiter }).data[0] ?? [];
    return { delimiter, count: headings.filter((heading) => pathOfHeading(heading)).length };
  });
  const best = known.reduce((one, other) => (other.count > one.count ? other : one));
  return best.count === 0 ? undefined : best.delimiter;
}

/** The separator with the most columns, where no heading tells; undefined if none splits the row. */
function likelyDelimiter(first: string): (typeof DELIMITERS)[number] | undefined {
  const counts = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: Papa.parse<string[]>(first, { delimiter }).data[0]?.length ?? 0,
  }));
  const best = counts.reduce((one, other) => (other.count > one.count ? other : one));
  return best.count < 2 ? undefined : best.delimiter;
}

function refused(code: string, message: string, at?: string): Result<never> {
  const issue: Issue = { code, severity: 'error', message, ...(at === undefined ? {} : { at }) };
  return failed(issue);
}
