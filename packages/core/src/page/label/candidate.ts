/** One signal's suggestion for one value: a label, the way it was found, and a score. */
import type { LabelMethod } from '../reading.js';

export interface Candidate {
  /** Position in document order of the node that holds the value. */
  readonly target: number;
  /** Position of the node that holds the label, if it has its own. */
  readonly labelAt?: number;
  readonly label: string;
  readonly method: LabelMethod;
  /** Certainty, 0 to 1. */
  readonly score: number;
  /** The cell's row in a table of records. */
  readonly row?: { readonly table: number; readonly index: number };
  /** Set for a further line or value under the label of the one before. */
  readonly continues?: boolean;
  /** A name beyond the headings that describes the value: the row's or column's other header. */
  readonly owner?: string;
  /** Set for somebody's words under a heading, even if few. */
  readonly isTold?: true;
  /** Set if the value is part of the node's text. */
  readonly part?: TextPart;
}

interface TextPart {
  /** Position of the text in which the part starts, with its offset: distinguishes several parts of one node. */
  readonly at: number;
  readonly offset: number;
  readonly value: string;
  readonly verbatim: string;
  /** Position of the element that contains all of it, if that is not the node in which it starts. */
  readonly within?: number;
}

/** Certainty of each way of finding a label when nothing contradicts it. */
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
  /** A choice that nothing asks for: only its own text, ticked. */
  optionAlone: 0.3,
} as const;
