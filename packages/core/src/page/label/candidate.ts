/** One signal's word on one value: this label, found in this way, this surely. */
import type { LabelMethod } from '../reading.js';

export interface Candidate {
  /** Order of the node that holds the value. */
  readonly target: number;
  /** Order of the node that holds the label, where it has one of its own. */
  readonly labelAt?: number;
  readonly label: string;
  readonly method: LabelMethod;
  /** 0 to 1. */
  readonly score: number;
  /** The cell's row in a table of records. */
  readonly row?: { readonly table: number; readonly index: number };
  /** A further line or value under the label of the one before. */
  readonly continues?: boolean;
  /** Names beyond the headings that say what it is: the row's or column's other header. */
  readonly owner?: string;
  /** Somebody's words under a heading, however few. */
  readonly isTold?: true;
  /** Set when the value is part of the node's text. */
  readonly part?: TextPart;
}

interface TextPart {
  /** Order of the text that the part starts in, and place in it: tells several parts of one node apart. */
  readonly at: number;
  readonly offset: number;
  readonly value: string;
  readonly verbatim: string;
  /** Order of the element that all of it stands in, where that is not the node that it starts in. */
  readonly within?: number;
}

/** How sure each way of finding a label is when nothing speaks against it. */
export const SCORE = {
  labelFor: 0.97,
  labelWraps: 0.96,
  labelledBy: 0.94,
  summaryList: 0.93,
  legend: 0.92,
  definition: 0.91,
  rowHeader: 0.9,
  columnHeader: 0.89,
  ariaLabel: 0.86,
  severalIds: 0.85,
  cellLeft: 0.84,
  sibling: 0.8,
  textRun: 0.72,
  before: 0.66,
  headingAbove: 0.62,
  plainCell: 0.6,
  repeated: 0.58,
  title: 0.52,
  placeholder: 0.5,
  adjacent: 0.45,
  /** A choice that nothing asks for: its own text, ticked. */
  optionAlone: 0.3,
} as const;
