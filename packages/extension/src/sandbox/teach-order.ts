/** The orders of the teaching screens to the sandboxed worker, and its answers: plain data, as text over a port. */
import type { FieldPath, Issue } from '@cyber-prevent/core';
import type {
  AdapterProof,
  AnotherProof,
  ChangeProof,
  TaughtAbout,
  TaughtAddress,
} from '@cyber-prevent/core/teach';

/** The officer's statement about a value. */
export type SaidAs =
  | { readonly kind: 'field'; readonly path: FieldPath }
  /**
   * Its column: each row is another person, or one more value of the same. Absent: decided by the table’s other
   * columns.
   */
  | { readonly kind: 'column'; readonly path: FieldPath; readonly each?: 'person' | 'value' }
  /** Its column, only in rows with this text in another column: for example *Mobile* in *Type*. */
  | { readonly kind: 'row'; readonly path: FieldPath; readonly column: string; readonly is: string }
  /** Its column gives the platform of the online identifiers next to it. */
  | { readonly kind: 'platform' }
  /** Never offered on this screen again. */
  | { readonly kind: 'never' };

/** A value or a place on the page, with enough to find it again on a later copy. */
export interface TeachValue {
  /** The name in the reading of one copy; empty for a place without a value in the reading. */
  readonly id: string;
  /** Empty for a place without a label. */
  readonly label: string;
  readonly owner: readonly string[];
  /** Empty for a box that is empty on this copy. */
  readonly text: string;
  /** The words directly before a box without a label. */
  readonly before?: string;
  readonly frame: readonly number[];
  readonly selector: string;
  /** The label's place, if it is separate. */
  readonly labelSelector?: string;
  /** The table of records that the cell is in, and its row. */
  readonly table?: number;
  readonly row?: number;
  /** True if the table has several rows and a column of names: each row is another person. */
  readonly isOfPeople?: true;
  /** The toolkit's own suggestion. */
  readonly suggested?: FieldPath;
}

export interface Said {
  readonly value: TeachValue;
  readonly as: SaidAs;
}

/** The current page, for the officer to choose from. */
export interface TeachPage {
  readonly url: string;
  readonly title: string;
  readonly values: readonly TeachValue[];
  /** Facts about the system from its address; absent if there are none. */
  readonly address?: TaughtAddress;
}

/** An adapter that was written, proved, and recorded. */
export interface Made {
  readonly issues: readonly Issue[];
  readonly proof: AdapterProof;
  /** Outcome of the page as the system's next release may change it. */
  readonly changes: ChangeProof;
  /** Other records of the same screen, of those that were given. */
  readonly others: readonly AnotherProof[];
  /** The text of the file. */
  readonly file: string;
  /** Indexes of the statements whose values this copy of the page does not have. */
  readonly lost: readonly number[];
  /** Texts of the page that are in the file unchanged. */
  readonly kept: readonly string[];
  /** All text of the recorded page in the file, line by line; none if the page could not be recorded. */
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
      /** Copies of other pages of the system, for another record of the same screen. */
      readonly others: readonly string[];
      readonly said: readonly Said[];
      readonly about: TaughtAbout;
      /** Texts that belong to this record, though they do not look like it. */
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
