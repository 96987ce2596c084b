/** The area of a full postcode, by the tables of definition packs, or a sentence that says why there is none. */
import { readPostcode } from '../../capture/read/read-postcode.js';
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import { whereOfLetters } from './postcode-letters.js';
import {
  areasOfPostcode,
  type GivenPostcodeTable,
  type PostcodeArea,
  tableWords,
} from './postcode-table.js';

/** An area as a table gives it: it is offered, and counts once an officer has taken it. */
export interface AreaFromTable {
  readonly forceArea?: string;
  readonly localAuthority?: string;
  readonly fromPostcode: string;
  readonly fromTable: string;
}

/**
 * Looks up a whole postcode on a day. Part of one never decides, and neither do tables that disagree.
 *
 * @param text - as somebody wrote it
 * @param tables - those in force; none: fails without an issue for any postcode that one could have
 */
export function areaOfPostcode(
  text: string,
  tables: readonly GivenPostcodeTable[],
  on: PlainDate,
): Result<AreaFromTable> {
  const read = readPostcode(text, {});
  if (!read.ok || read.issues.length > 0) return failed(NOT_WHOLE);
  const postcode = String(read.value.value);
  const letters = whereOfLetters(postcode);
  if (letters === undefined) return failed(ofNowhere(postcode));
  if (letters.where === 'no-place') return failed(noPlace(postcode));
  if (letters.said !== undefined) return failed(isOutside(postcode, letters.said));
  if (tables.length === 0) return failed();
  const known = tables.flatMap((table) =>
    areasOfPostcode(table.value, postcode).map((area) => ({ table, area })),
  );
  const now = known.filter(({ area }) => isOn(area, on));
  const [first, ...others] = now;
  if (first === undefined) return failed(notNow(postcode, known, on));
  if (others.some(({ area }) => differs(area, first.area)))
    return failed(
      tablesDiffer(
        postcode,
        now.map(({ table }) => tableWords(table)),
      ),
    );
  const { forceArea, localAuthority } = first.area;
  return passed({
    ...(forceArea === undefined ? {} : { forceArea }),
    ...(localAuthority === undefined ? {} : { localAuthority }),
    fromPostcode: postcode,
    fromTable: tableWords(first.table),
  });
}

type Known = { readonly table: GivenPostcodeTable; readonly area: PostcodeArea };

function isOn({ from, to }: PostcodeArea, on: PlainDate): boolean {
  return (from === undefined || from <= on) && (to === undefined || on <= to);
}

function differs(one: PostcodeArea, other: PostcodeArea): boolean {
  return one.forceArea !== other.forceArea || one.localAuthority !== other.localAuthority;
}

function notNow(postcode: string, known: readonly Known[], on: PlainDate): Issue {
  const ended = known
    .flatMap(({ area: { to }, table }) => (to !== undefined && to < on ? [{ to, table }] : []))
    .toSorted((one, other) => (one.to < other.to ? 1 : -1))[0];
  if (ended)
    return {
      code: 'postcode-ended',
      severity: 'warning',
      at: 'postcode',
      message: `${postcode} has not been in use since ${writtenDate(ended.to)} (${tableWords(ended.table)}). Check it, and choose the area yourself.`,
    };
  return {
    code: 'postcode-not-in-table',
    severity: 'warning',
    at: 'postcode',
    message: `${postcode} is in no table of postcodes that you have. Check it, and choose the area yourself.`,
  };
}

function isOutside(postcode: string, said: string): Issue {
  return {
    code: 'postcode-outside',
    severity: 'warning',
    at: 'postcode',
    message: `${postcode} is ${said}. No force of England and Wales has it: answer “Outside England and Wales”.`,
  };
}

function ofNowhere(postcode: string): Issue {
  return {
    code: 'postcode-of-nowhere',
    severity: 'warning',
    at: 'postcode',
    message: `No postcode begins like ${postcode}. Check it, and choose the area yourself.`,
  };
}

function tablesDiffer(postcode: string, tables: readonly string[]): Issue {
  return {
    code: 'postcode-tables-differ',
    severity: 'warning',
    at: 'postcode',
    message: `Tables give different areas for ${postcode}: ${[...new Set(tables)].join('; ')}. Choose the area yourself.`,
  };
}

const NOT_WHOLE: Issue = {
  code: 'postcode-not-whole',
  severity: 'warning',
  at: 'postcode',
  message:
    'This is not a whole postcode, and part of one can be in several areas. Check it, or choose the area yourself.',
};

function noPlace(postcode: string): Issue {
  return {
    code: 'postcode-no-place',
    severity: 'warning',
    at: 'postcode',
    message: `${postcode} is not the postcode of a place. Choose the area yourself.`,
  };
}
