/** A row of a form or layout table: label, value, and perhaps label, value again. */

import { isChoice, nameOf } from '../tree/choice.js';
import type { PageIndex } from '../tree/page-index.js';
import { controlCount, controlsIn, endOf, isAllLinks, letters } from '../tree/span.js';
import { type Candidate, SCORE } from './candidate.js';
import { labelLikeness, labelOf } from './label-text.js';
import { hintsIn } from './table/label-head.js';
import type { Cell, Row } from './table/table.js';
import { valueNodes } from './value-node.js';

/** Most values of one label, each in a separate box. */
const MOST_BOXES = 8;
const NOTES = new Set(['small', 'abbr', 'acronym']);
/** Most characters next to a box that are not a value: "(add value)", "rename". */
const MOST_BESIDE = 30;

/** The label from the rows above that an empty label cell continues, by column of the value. */
interface Carry {
  readonly label: string;
  readonly labelAt: number;
  readonly score: number;
  readonly header: boolean;
  /** Kind of its value, so that an unlabelled row of another kind is not taken for a further line. */
  readonly kind: string;
  /** Number of rows below that a spanning label cell still covers. */
  readonly covers: number;
}

export interface RowState {
  readonly columns: ReadonlySet<number>;
  readonly carried: Map<number, Carry>;
  /** Lone labels above, waiting for a value in the row below. */
  above: ReadonlyMap<number, Cell>;
  /** Labels above with an empty cell next to them. A box in a separate table below answers them; text does not. */
  unanswered: ReadonlyMap<number, Cell>;
  /** Hints in the cells of labels. */
  readonly hints: Set<number>;
}

export function labelRowCandidates(index: PageIndex, row: Row, state: RowState): Candidate[] {
  const found: Candidate[] = [];
  const { cells } = row;
  const waiting = state.above;
  const unanswered = state.unanswered;
  const next = new Map<number, Cell>();
  const blanks = new Map<number, Cell>();
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i];
    const value = cells[i + 1];
    if (!cell) continue;
    if (cell.container) {
      const asked = waiting.get(cell.column) ?? unanswered.get(cell.column);
      if (asked) addBoxes(index, asked, cell, found);
      continue;
    }
    if (cell.blank) {
      if (value && isLabelPlace(cell, state) && !value.blank && !value.container) {
        goOn(index, value, state, found);
        i += 1;
      }
      continue;
    }
    const likeness = likenessOf(index, cell, value, state);
    // Two texts with colons side by side are two labels, with their values below.
    if (value && isColoned(index, cell) && isColoned(index, value)) {
      next.set(cell.column, cell);
      continue;
    }
    // Two headers side by side are a row of headers, not a label and its value.
    if (likeness > 0 && value && !value.container && !value.header) {
      const label = labelOf(index, cell.at);
      if (label === undefined) continue;
      i += 1;
      if (value.blank) blanks.set(cell.column, cell);
      const hints = hintsIn(index, cell.at);
      for (const hint of hints) state.hints.add(hint);
      // Without a value, nothing else claims the label above its hint.
      if (hints.length > 0 && value.blank) state.hints.add(cell.at);
      pair(index, cell, value, label, likeness, state, found);
      for (
        let more = cells[i + 1];
        cell.header && more && !more.header && isFurther(index, more);
        more = cells[i + 1]
      ) {
        add(index, more, carryOf(index, cell, more, label, likeness), found, true);
        i += 1;
      }
      continue;
    }
    if (likeness > 0 && !value) {
      next.set(cell.column, cell);
      continue;
    }
    // The name of a field that links to its explanation is alone above its box, except for notes about it.
    if (isAllLinks(index, cell.at) && row.filled.every((one) => one === cell || isNote(index, one)))
      blanks.set(cell.column, cell);
    const over = waiting.get(cell.column);
    const label = over && isAsked(index, over, cell) ? labelOf(index, over.at) : undefined;
    if (over && label !== undefined)
      for (const target of valueNodes(index, cell.at))
        found.push({ target, labelAt: over.at, label, method: 'label-above', score: SCORE.before });
    else if (i === 0 && cell.column > 0 && (state.carried.get(cell.column)?.covers ?? 0) > 0)
      goOn(index, cell, state, found);
    else if (labelLikeness(index, cell.at) >= 0.35) next.set(cell.column, cell);
  }
  state.above = next;
  state.unanswered = blanks;
  for (const [column, carry] of state.carried)
    if (carry.covers > 0) state.carried.set(column, { ...carry, covers: carry.covers - 1 });
  return found;
}

/** Likeness of the cell to a label, 0 if it is not a label here. */
function likenessOf(
  index: PageIndex,
  cell: Cell,
  value: Cell | undefined,
  state: RowState,
): number {
  if (controlCount(index, cell.at) > 0) return 0;
  if (cell.header) return 0.95;
  const likeness = labelLikeness(index, cell.at);
  if (likeness >= 0.7) return likeness;
  if (state.columns.has(cell.column) && likeness >= 0.35) return 0.6;
  const holdsControl = value !== undefined && controlCount(index, value.at) > 0;
  return holdsControl && likeness >= 0.35 && !isAllLinks(index, cell.at) ? 0.65 : 0;
}

function isColoned(index: PageIndex, cell: Cell): boolean {
  return labelLikeness(index, cell.at) >= 0.9 && !cell.header;
}

/** Adds boxes in a separate table under a label, with almost no text next to them. */
function addBoxes(index: PageIndex, over: Cell, cell: Cell, found: Candidate[]): void {
  const label = labelOf(index, over.at);
  const boxes = controlCount(index, cell.at);
  if (label === undefined || boxes === 0 || boxes > MOST_BOXES) return;
  if (!over.header && labelLikeness(index, over.at) < 0.2) return;
  if (letters(index, cell.at) > boxes * MOST_BESIDE) return;
  for (const target of controlsIn(index, cell.at))
    found.push({ target, labelAt: over.at, label, method: 'label-above', score: SCORE.before });
}

/** True for nothing but small print, or short forms whose meaning shows on hover: “required”, “alias”. */
function isNote(index: PageIndex, cell: Cell): boolean {
  if (cell.container || controlCount(index, cell.at) > 0) return false;
  for (let at = cell.at + 1; at < endOf(index, cell.at); ) {
    const isSmall = NOTES.has(index.tags[at] ?? '');
    if (!isSmall && index.tags[at] === '#text' && letters(index, at) > 0) return false;
    at = isSmall ? endOf(index, at) : at + 1;
  }
  return true;
}

/** True if a label above is believable: it is printed as a label, or the box below must have one. */
function isAsked(index: PageIndex, over: Cell, cell: Cell): boolean {
  return over.header || labelLikeness(index, over.at) >= 0.7 || controlCount(index, cell.at) > 0;
}

function isLabelPlace(cell: Cell, state: RowState): boolean {
  return (
    cell.header || state.columns.has(cell.column) || state.carried.has(cell.column + cell.span)
  );
}

function isFurther(index: PageIndex, cell: Cell): boolean {
  return (
    !cell.blank &&
    !cell.container &&
    (controlCount(index, cell.at) > 0 || !isAllLinks(index, cell.at))
  );
}

function pair(
  index: PageIndex,
  cell: Cell,
  value: Cell,
  label: string,
  likeness: number,
  state: RowState,
  found: Candidate[],
): void {
  const carry = carryOf(index, cell, value, label, likeness);
  state.carried.set(value.column, carry);
  if (!value.blank) add(index, value, carry, found, false);
}

function carryOf(
  index: PageIndex,
  cell: Cell,
  value: Cell,
  label: string,
  likeness: number,
): Carry {
  return {
    label,
    labelAt: cell.at,
    score: cell.header ? SCORE.rowHeader : SCORE.cellLeft - (0.9 - Math.min(0.9, likeness)) * 0.6,
    header: cell.header,
    kind: kindOf(index, value),
    covers: cell.rows,
  };
}

/** Continues the value above in a row with an empty label cell, if it is of the same kind. */
function goOn(index: PageIndex, value: Cell, state: RowState, found: Candidate[]): void {
  const carry = state.carried.get(value.column);
  if (!carry || isAllLinksOnly(index, value)) return;
  const kind = kindOf(index, value);
  if (carry.kind !== '' && carry.kind !== kind) return;
  state.carried.set(value.column, { ...carry, kind });
  add(index, value, { ...carry, score: carry.score - 0.04 }, found, true);
}

function isAllLinksOnly(index: PageIndex, cell: Cell): boolean {
  return (
    controlCount(index, cell.at) === 0 &&
    /^(?:button|a)$/.test(index.tags[cell.at + 1] ?? '') &&
    isAllLinks(index, cell.at)
  );
}

function add(
  index: PageIndex,
  value: Cell,
  carry: Carry,
  found: Candidate[],
  continues: boolean,
): void {
  for (const target of valueNodes(index, value.at))
    found.push({
      target,
      labelAt: carry.labelAt,
      label: carry.label,
      method: carry.header ? 'th-td' : 'label-left',
      score: carry.score,
      continues,
    });
}

/** Kind of a cell's content: text, boxes, or the name of the choice. A row of another kind is a separate field. */
function kindOf(index: PageIndex, cell: Cell): string {
  if (controlCount(index, cell.at) === 0) return cell.blank ? '' : 'text';
  const [first, ...rest] = valueNodes(index, cell.at);
  if (first === undefined) return 'text';
  return isChoice(index, first) ? `choice ${nameOf(index, first)}` : `boxes ${rest.length}`;
}
