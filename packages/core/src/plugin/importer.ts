/**
 * A reader that turns a file into referrals. Reading keeps nothing: each referral ends in the same draft and review as
 * a page.
 */
import type { FieldPath } from '../capture/field/field-path.js';
import type { CodeLists } from '../codes/code-list.js';
import type { FieldTexts, FieldValues } from '../review/field-values.js';
import type { Issue, Result } from '../shared/issue.js';
import type { PlainDate } from '../shared/primitives.js';

/** One referral in a file, its texts as written there: `draftOfFields` reads them and opens the draft. */
export interface ImportedReferral {
  readonly values: FieldValues;
  /** Labels of the values in the file, for the officer who checks them: one for a whole path, or one for each value. */
  readonly labels?: FieldTexts;
  /** Place of each value in the file, in the order of a path's values. */
  readonly places?: FieldValues;
  /** Fields whose values may be somebody else's, or stand in the wrong column: they start as left on the draft. */
  readonly unsure?: readonly FieldPath[];
  /** Place of the referral in the file, in a reader's words: `row 3`. */
  readonly at: string;
  readonly issues: readonly Issue[];
}

/** One column of a table, as shown to the officer who says what it holds. */
export interface ImportColumn {
  /** Its heading as written; empty if it has none. */
  readonly heading: string;
  /** The first text below the heading; empty if there is none. */
  readonly first: string;
  /** The field that the importer takes it for; absent: it would not be read. */
  readonly path?: FieldPath;
}

export interface ImportContext {
  readonly lists: CodeLists;
  readonly today: PlainDate;
  /**
   * The field of each column, in the order of `Importer.columns`; undefined leaves the column out. Absent: as the
   * importer takes them.
   */
  readonly columns?: readonly (FieldPath | undefined)[];
  /** Called now and then while a long file is read. */
  readonly progress?: (done: number, of: number) => void;
}

export interface Importer {
  readonly id: string;
  readonly title: string;
  readonly mediaTypes: readonly string[];
  /** Endings of file names, without the dot. */
  readonly extensions: readonly string[];
  /**
   * Gives the columns of a file that is a table. Absent: the importer's files have none.
   *
   * @returns one entry for each column, in the order of the file; fails like `read`
   */
  columns?(bytes: Uint8Array, context: ImportContext): Promise<Result<readonly ImportColumn[]>>;
  /**
   * Reads a file that may hold anything. A file that cannot be read fails with issues. A bad row is an issue at that
   * row, and the other rows are still returned.
   */
  read(bytes: Uint8Array, context: ImportContext): Promise<Result<readonly ImportedReferral[]>>;
}
