/** The columns of a file: the field of each, and those that a heading alone does not settle. */
import { type FieldPath, fieldOf, type Issue } from '@cyber-prevent/core/plugin';
import { foldedHeading, pathOfHeading } from './column.js';
import type { Table } from './table.js';

export interface ReadColumn {
  readonly heading: string;
  readonly path: FieldPath | undefined;
  /** Heading of the other person whose columns it is among, if the same heading came before. */
  readonly after?: string;
}

export interface ReadColumns {
  readonly columns: readonly ReadColumn[];
  /** Fields whose columns may be about somebody else. */
  readonly unsure: readonly FieldPath[];
  readonly issues: readonly Issue[];
}

/** Headings by which a form keeps whoever filled it in. */
const SENDER = /^(?:timestamp|start time|completion time|your\b.*|my\b.*)$/i;
/** Headings that say nothing of whose they are. */
const BARE =
  /^(?:(?:full )?name|e-?mail(?: address)?|(?:tele)?phone(?: number)?|mobile(?: number)?|contact number|address|postcode)$/i;
/** Headings of a contact, who is not the person wherever the list has a name of its own for them. */
const CONTACT = /^contact\b/i;
const CONTACT_NAME = /^contact(?: name| person)?$/i;

/** @param said - the field of each column, if an officer said so */
export function readColumns(
  { headings, isKnown }: Pick<Table, 'headings' | 'isKnown'>,
  said?: readonly (FieldPath | undefined)[],
): ReadColumns {
  const plain = headings.map(
    (heading, index): ReadColumn => ({
      heading: heading.trim(),
      path: said ? said[index] : isKnown ? pathOfHeading(heading) : undefined,
    }),
  );
  if (said) return { columns: plain, unsure: [], issues: [] };
  const columns = plain.map((column, index) => amongOthers(column, index, plain));
  const repeated = columns.flatMap(({ heading, path, after }, index): readonly Repeated[] => {
    const own = plain[index]?.path;
    if (own === undefined || firstAlike(plain, index) === index) return [];
    const isAsked = after !== undefined || (own.startsWith('subject.') && !fieldOf(own).many);
    return isAsked ? [{ heading, index, own, isRead: path !== undefined }] : [];
  });
  const others = columns.filter((column) => isOfOther(column, columns));
  return {
    columns,
    unsure: [...repeated.map(({ own }) => own), ...others.flatMap(({ path }) => path ?? [])],
    issues: [
      ...others.map(otherIssue),
      ...repeated.filter(({ isRead }) => isRead).map(repeatedIssue),
      ...headingIssues(columns),
    ],
  };
}

interface Repeated {
  readonly heading: string;
  readonly index: number;
  readonly own: FieldPath;
  readonly isRead: boolean;
}

/** True for a column of the person by its heading alone, where the file has others with as good a claim to it. */
function isOfOther({ heading, path }: ReadColumn, columns: readonly ReadColumn[]): boolean {
  if (!path?.startsWith('subject.')) return false;
  if (BARE.test(heading) && columns.some((each) => SENDER.test(each.heading))) return true;
  return (
    CONTACT.test(heading) &&
    columns.some((each) => CONTACT_NAME.test(each.heading)) &&
    columns.some((each) => each.path === 'subject.name' && !CONTACT.test(each.heading))
  );
}

/** Place of the first column with the same heading, apart from a number behind it. */
function firstAlike(columns: readonly ReadColumn[], index: number): number {
  const words = unnumbered(columns[index]?.heading ?? '');
  return columns.findIndex(({ heading }) => unnumbered(heading) === words);
}

function unnumbered(heading: string): string {
  return foldedHeading(heading).replace(/[ ._-]*\d+$/, '');
}

/** A heading that comes again after columns of somebody else is theirs, by all appearance: it is not read. */
function amongOthers(
  column: ReadColumn,
  index: number,
  columns: readonly ReadColumn[],
): ReadColumn {
  if (!column.path?.startsWith('subject.')) return column;
  const other = columns
    .slice(firstAlike(columns, index) + 1, index)
    .find(({ heading, path = '' }) => heading !== '' && !/^(?:subject|referral)\./.test(path));
  return other ? { heading: column.heading, path: undefined, after: other.heading } : column;
}

/** Reports unknown columns, which are not dropped silently. */
function headingIssues(columns: readonly ReadColumn[]): readonly Issue[] {
  return columns.flatMap(({ heading, path, after }, index): readonly Issue[] => {
    const at = `row 1, column ${index + 1}`;
    if (after !== undefined)
      return [
        {
          code: 'heading-twice',
          severity: 'warning',
          message: `The column “${heading}” was not read: it has the same heading as one before it, and comes after “${after}”. Say whose it is`,
          at,
        },
      ];
    if (path !== undefined || heading === '') return [];
    return [
      {
        code: 'heading-unknown',
        severity: 'warning',
        message: `The column “${heading}” was not read. Give it a heading such as ${fieldOf('subject.school').label}, if it should be read`,
        at,
      },
    ];
  });
}

function otherIssue({ heading }: ReadColumn): Issue {
  return {
    code: 'heading-of-other',
    severity: 'warning',
    message: `The column “${heading}” may be about somebody else, such as the person who filled in the form. Nothing of it is taken until you say so`,
    at: `column “${heading}”`,
  };
}

function repeatedIssue({ heading, index }: Repeated): Issue {
  return {
    code: 'heading-twice',
    severity: 'warning',
    message: `Two columns are headed “${heading}”. Nothing of either is taken until you say so`,
    at: `row 1, column ${index + 1}`,
  };
}
