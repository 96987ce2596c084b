/** What the screens for teaching ask of the sandboxed worker, and what comes back: plain data, as text over a port. */
import type { FieldPath, Issue } from '@cyber-prevent/core';
import type { AdapterProof, TaughtAbout, TaughtAddress } from '@cyber-prevent/core/teach';

/** What the officer says a value is. */
export type SaidAs =
  | { readonly kind: 'field'; readonly path: FieldPath }
  /** Its column: each row is another person, or one more value of the same. Absent: as the table’s columns say. */
  | { readonly kind: 'column'; readonly path: FieldPath; readonly each?: 'person' | 'value' }
  /** Its column, of the rows that say this in another column: where *Type* is *Mobile*. */
  | { readonly kind: 'row'; readonly path: FieldPath; readonly column: string; readonly is: string }
  /** Its column says the platform of the online identifiers beside it. */
  | { readonly kind: 'platform' }
  /** It is not to be offered on this screen again. */
  | { readonly kind: 'never' };

/** A value or a place on the page, enough to find it again on a later copy of it. */
export interface TeachValue {
  /** As the reading of one copy names it; empty for a place that the reading has no value for. */
  readonly id: string;
  /** Empty for a place without one. */
  readonly label: string;
  readonly owner: readonly string[];
  /** Empty for a box that is empty on this copy. */
  readonly text: string;
  /** The words right before a box that has no label. */
  readonly before?: string;
  readonly frame: readonly number[];
  readonly selector: string;
  /** Where the label stands, if it stands apart. */
  readonly labelSelector?: string;
  /** Which table of records it is a cell of, and which row of it. */
  readonly table?: number;
  readonly row?: number;
  /** The table has several rows and a column of names: each row is another person. */
  readonly isOfPeople?: true;
  /** What the toolkit itself would take it for. */
  readonly suggested?: FieldPath;
}

export interface Said {
  readonly value: TeachValue;
  readonly as: SaidAs;
}

/** The page as it stands, for the officer to choose from. */
export interface TeachPage {
  readonly url: string;
  readonly title: string;
  readonly values: readonly TeachValue[];
  /** What its address says of the system; absent where it has none. */
  readonly address?: TaughtAddress;
}

/** An adapter that was made, proved, and recorded. */
export interface Made {
  readonly issues: readonly Issue[];
  readonly proof: AdapterProof;
  /** The text of the file. */
  readonly file: string;
  /** Places in the list of what was said that this copy of the page does not have. */
  readonly lost: readonly number[];
  /** Texts of the page that stand in the file as they stood. */
  readonly kept: readonly string[];
  /** Everything that the recorded page in the file says, line by line; none where the page could not be recorded. */
  readonly leaves: readonly string[];
}

/** A file that was checked, and its own recorded pages run. */
export interface ProvedFile {
  /** The adapter alone, as JSON. */
  readonly adapter: string;
  readonly isProved: boolean;
  readonly pages: number;
  readonly message: string;
}

export type TeachOrder =
  | { readonly kind: 'read'; readonly page: string }
  | {
      readonly kind: 'make';
      readonly page: string;
      readonly said: readonly Said[];
      readonly about: TaughtAbout;
      /** Texts that are this record’s, though they do not look it. */
      readonly hidden: readonly string[];
      readonly seed: number;
      /** Civil day. */
      readonly today: string;
    }
  | { readonly kind: 'prove'; readonly file: string };

export interface TeachAnswers {
  readonly read: TeachPage;
  readonly make: Made;
  readonly prove: ProvedFile;
}
