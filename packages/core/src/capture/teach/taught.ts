/** What an officer points at and says, and what is made of it: plain data, as a screen hands it in. */
import type { Reading } from '../../page/reading.js';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import type { FieldPath, ReaderName } from '../field/field-path.js';

/** The page that is taught on, as it stood, and the reading of it. */
export interface TaughtPage {
  readonly reading: Reading;
  readonly snapshot: PageSnapshot;
}

/** Where the officer pointed on the page. */
export interface TaughtPlace {
  /** The frame, see `FrameSnapshot.path`. */
  readonly frame: readonly number[];
  /** As a reading writes selectors, or any that an adapter may write. */
  readonly selector: string;
  /** What stands there. Absent: all that the element shows. */
  readonly text?: string;
}

/** A value of the reading by its id, or a place for what the reading gave no label. */
export type Pointed = { readonly valueId: string } | { readonly place: TaughtPlace };

/** “This is the date of birth.” The same path may be taught several times, where it takes several values. */
export type TaughtValue = Pointed & {
  readonly path: FieldPath;
  readonly read?: ReaderName;
  /** Of a cell in a table of records: which of its rows are read besides. Absent: see {@link TaughtRows.each}. */
  readonly each?: 'person' | 'value';
  /** Of such a cell: only rows that say the same as this cell of its row, by its id: where *Type* is *Mobile*. */
  readonly where?: string;
};

/** A table of records: a column for each path, named by the id of any value in it. */
export interface TaughtRows {
  readonly columns: Readonly<Partial<Record<FieldPath, string>>>;
  /** Column that says the platform of an online identifier, by the id of any value in it. */
  readonly platform?: string;
  /** As `each` of an adapter’s rows. Absent: as the columns of the table say. */
  readonly each?: 'person' | 'value';
}

export interface TaughtAbout {
  /** `<plugin>/<screen>`. */
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  /** `1.0.0` */
  readonly version: string;
  /** Absent: any host, and the anchors alone decide. */
  readonly hosts?: readonly string[];
  readonly paths?: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  /** Last civil day on which it may be relied on without being proved again. */
  readonly expires?: string;
}

export interface TeachOptions extends TaughtPage {
  readonly taught: readonly TaughtValue[];
  /** Ids of values that are never to be offered, such as who is signed in. */
  readonly suppressed?: readonly string[];
  readonly rows?: readonly TaughtRows[];
  /** Labels and headings that are this record’s, though they do not look it: they stay out of the adapter. */
  readonly hidden?: readonly string[];
  readonly about: TaughtAbout;
}
