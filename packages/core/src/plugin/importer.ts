/** What reads a file into referrals. Nothing is kept by reading: each ends in the same draft and review as a page. */
import type { CodeLists } from '../codes/code-list.js';
import type { FieldTexts, FieldValues } from '../review/field-values.js';
import type { Issue, Result } from '../shared/issue.js';
import type { PlainDate } from '../shared/primitives.js';

/** One referral of a file, its texts as they stood: `draftOfFields` reads them and opens the draft. */
export interface ImportedReferral {
  readonly values: FieldValues;
  /** What the values stood under, for the officer who checks them: one for a whole path, or one for each of its values. */
  readonly labels?: FieldTexts;
  /** Where in the file each value stood, in the order of a path's values. */
  readonly places?: FieldValues;
  /** Where in the file, as its reader would say it: `row 3`. */
  readonly at: string;
  readonly issues: readonly Issue[];
}

export interface ImportContext {
  readonly lists: CodeLists;
  readonly today: PlainDate;
}

export interface Importer {
  readonly id: string;
  readonly title: string;
  readonly mediaTypes: readonly string[];
  /** Of file names, without the dot. */
  readonly extensions: readonly string[];
  /**
   * Reads a file that may hold anything. A file that cannot be read fails with issues; a bad row is an issue at that
   * row, and the others are still there.
   */
  read(bytes: Uint8Array, context: ImportContext): Promise<Result<readonly ImportedReferral[]>>;
}
