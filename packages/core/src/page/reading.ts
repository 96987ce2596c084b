/**
 * The result of reading a snapshot: labelled values, rows of tables, and the parts that could not be read. Plain data.
 */
import type { Issue } from '../shared/issue.js';
import type { UnreadFrame } from './snapshot/snapshot.js';

/** Ways to find a label for a value, from the surest to the loosest. */
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

/** Place of a value: enough to find it again and to show it to the officer. */
export interface Place {
  /** The frame, see `FrameSnapshot.path`. */
  readonly frame: readonly number[];
  /** CSS selector within the frame, with `>>>` between a shadow host and its content; for a file, the place in it. */
  readonly selector: string;
  /** The text exactly as it was, before any reading. */
  readonly verbatim: string;
}

export interface RunnerUp {
  readonly label: string;
  readonly method: LabelMethod;
  /** Certainty, 0 to 1; comparable within one reading only. */
  readonly score: number;
}

export interface LabelledValue {
  /** Id, stable within the reading: `f0-17`. */
  readonly id: string;
  /** Label as displayed, without trailing colon. */
  readonly label: string;
  /** Text as displayed: white space folded within a line, line breaks kept. Never empty. */
  readonly value: string;
  readonly kind: 'text' | 'control' | 'choice' | 'prose';
  /** Set if it is in a box that somebody fills in, and is not text of the page. */
  readonly isTyped?: true;
  /** Headings, legends and section names that give the value's owner or subject, outermost first. */
  readonly owner: readonly string[];
  /**
   * Id of the first value under the same label, if this is a further line or value of it: a second `dd`, an empty label
   * cell.
   */
  readonly continues?: string;
  /** Id of the value that this one is a part of: the day, month and year of a date in three boxes. */
  readonly partOf?: string;
  /** Set if the value is a cell of a table of records. */
  readonly row?: { readonly table: number; readonly index: number };
  readonly place: Place;
  /** Place of the label, if it has its own. */
  readonly labelPlace?: Place;
  /** False if it was in the page but not on screen. */
  readonly visible: boolean;
  readonly method: LabelMethod;
  readonly score: number;
  /** The rejected labels, best first. */
  readonly runnersUp: readonly RunnerUp[];
}

/** Sign of the order in which a page writes its dates. */
export interface DateSign {
  /** A date as displayed, or the hint of a box: `mm/dd/yyyy`. */
  readonly text: string;
  /** For a date, the day given by the markup: `2008-09-05`, with or without a time after it. */
  readonly says?: string;
}

export interface Reading {
  readonly url: string;
  readonly title: string;
  /** Headings of every frame, top level first, as displayed: an adapter's anchors are looked for here too. */
  readonly headings: readonly string[];
  /** Place of each of {@link headings}, in the same order; absent if the text came without a page. */
  readonly headingPlaces?: readonly Place[];
  readonly values: readonly LabelledValue[];
  /** Absent if the markup says nothing about its dates. */
  readonly dateSigns?: readonly DateSign[];
  readonly unread: readonly UnreadFrame[];
  /** Number of elements and texts looked at, over all frames. */
  readonly nodeCount: number;
  /** Problems of the page itself, in words: nothing found, cut off at a limit, a frame that was not read. */
  readonly issues: readonly Issue[];
}
