/** An officer's pointing and naming, and the options of teaching: plain data, as a screen passes it. */
import type { Reading } from '../../page/reading.js';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import type { FieldPath, ReaderName } from '../field/field-path.js';

/** The page that is taught on, as it was, and its reading. */
export interface TaughtPage {
  readonly reading: Reading;
  readonly snapshot: PageSnapshot;
}

/** Place where the officer pointed on the page. */
export interface TaughtPlace {
  /** The frame, see `FrameSnapshot.path`. */
  readonly frame: readonly number[];
  /** Selector in the form of a reading's, or any that an adapter may use. */
  readonly selector: string;
  /** Text there. Absent: everything that the element shows. */
  readonly text?: string;
}

/** A value of the reading by its id, or a place that the reading gave no label. */
export type Pointed = { readonly valueId: string } | { readonly place: TaughtPlace };

/** “This is the date of birth.” The same path may be taught several times, if it takes several values. */
export type TaughtValue = Pointed & {
  readonly path: FieldPath;
  readonly read?: ReaderName;
  /** For a cell in a table of records: the other rows to read. Absent: see {@link TaughtRows.each}. */
  readonly each?: 'person' | 'value';
  /**
   * For such a cell: only rows with the same text as this cell of its row, by its id: those whose *Type* is *Mobile*.
   */
  readonly where?: string;
};

/** A table of records: a column for each path, identified by the id of any value in it. */
export interface TaughtRows {
  readonly columns: Readonly<Partial<Record<FieldPath, string>>>;
  /** Column with the platform of an online identifier, by the id of any value in it. */
  readonly platform?: string;
  /** The same as `each` of an adapter’s rows. Absent: by the columns of the table. */
  readonly each?: 'person' | 'value';
}

export interface TaughtAbout {
  /** Id, `<plugin>/<screen>`. */
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  /** Version, `1.0.0`. */
  readonly version: string;
  /** Host names; absent: any host, and the anchors alone decide. */
  readonly hosts?: readonly string[];
  readonly paths?: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  /** Last civil day on which it may be relied on without being proved again. */
  readonly expires?: string;
}

export interface TeachOptions extends TaughtPage {
  readonly taught: readonly TaughtValue[];
  /** Ids of values that must never be offered, such as the user who is signed in. */
  readonly suppressed?: readonly string[];
  readonly rows?: readonly TaughtRows[];
  /** Labels and headings that belong to this record, though they do not look it: they stay out of the adapter. */
  readonly hidden?: readonly string[];
  readonly about: TaughtAbout;
}
