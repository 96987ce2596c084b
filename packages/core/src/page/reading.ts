/** What reading a snapshot yields: labelled values, rows of tables, and what could not be read. Plain data. */
import type { Issue } from '../shared/issue.js';
import type { UnreadFrame } from './snapshot/snapshot.js';

/** How a label was found for a value, from the surest to the loosest. */
export const LABEL_METHODS = [
  'label-for',
  'label-wraps',
  'aria',
  'legend',
  'summary-list',
  'dt-dd',
  'th-td',
  'column-header',
  'label-left',
  'label-above',
  'text-run',
  'adjacent',
  'placeholder',
] as const;
export type LabelMethod = (typeof LABEL_METHODS)[number];

/** Where a value stood, enough to find it again and to show the officer. */
export interface Place {
  /** The frame, see `FrameSnapshot.path`. */
  readonly frame: readonly number[];
  /** CSS selector within the frame, `>>>` between a shadow host and what is inside; of a file, where in it. */
  readonly selector: string;
  /** The text exactly as it stood, before any reading. */
  readonly verbatim: string;
}

export interface RunnerUp {
  readonly label: string;
  readonly method: LabelMethod;
  /** 0 to 1; comparable within one reading only. */
  readonly score: number;
}

export interface LabelledValue {
  /** Stable within the reading, `f0-17`. */
  readonly id: string;
  /** As displayed, without trailing colon. */
  readonly label: string;
  /** As displayed: white space folded within a line, line breaks kept. Never empty. */
  readonly value: string;
  readonly kind: 'text' | 'control' | 'choice' | 'prose';
  /** Stands in a box that somebody fills in, and is not text of the page. */
  readonly isTyped?: true;
  /** Headings, legends and section names that say whose or what the value is, outermost first. */
  readonly owner: readonly string[];
  /** Id of the first value under the same label, when this is a further line or value of it: a second `dd`, an empty label cell. */
  readonly continues?: string;
  /** Id of the value that this one is a part of: the day, month and year of a date in three boxes. */
  readonly partOf?: string;
  /** Set when the value is a cell of a table of records. */
  readonly row?: { readonly table: number; readonly index: number };
  readonly place: Place;
  /** Place of the label, where it has one of its own. */
  readonly labelPlace?: Place;
  /** False when it was in the page but not on screen. */
  readonly visible: boolean;
  readonly method: LabelMethod;
  readonly score: number;
  /** The labels that lost, best first. */
  readonly runnersUp: readonly RunnerUp[];
}

/** What says in which order a page writes its dates. */
export interface DateSign {
  /** A date as it is displayed, or what a box asks for: `mm/dd/yyyy`. */
  readonly text: string;
  /** Of a date: the day that the markup says it is, `2008-09-05`; a time may follow. */
  readonly says?: string;
}

export interface Reading {
  readonly url: string;
  readonly title: string;
  /** Headings of every frame, top level first, as displayed: an adapter's anchors look here too. */
  readonly headings: readonly string[];
  /** Where each of {@link headings} stands, in the same order; absent where the text came without a page. */
  readonly headingPlaces?: readonly Place[];
  readonly values: readonly LabelledValue[];
  /** Absent where the markup says nothing of its dates. */
  readonly dateSigns?: readonly DateSign[];
  readonly unread: readonly UnreadFrame[];
  /** Elements and texts looked at, over all frames. */
  readonly nodeCount: number;
  /** The page's own trouble in words: nothing found, cut off at a bound, a frame that was not read. */
  readonly issues: readonly Issue[];
}
