/**
 * Tables whose head says that one column names the field and the next one holds its value: *Field, Value, Updated, By*
 * or *No., Question, Answer*. What the other columns say is about the entry, not a value of the field.
 */
import type { PageIndex } from '../../tree/page-index.js';
import { controlCount } from '../../tree/span.js';
import { displayText } from '../../tree/text.js';
import { type Candidate, SCORE } from '../candidate.js';
import { labelOf } from '../label-text.js';
import { valueNodes } from '../value-node.js';
import type { Cell, Row } from './table.js';

export interface FieldTable {
  readonly field: number;
  readonly answer: number;
  /** Heads of the columns with something of their own to say of each field, such as *Notes*. */
  readonly more: ReadonlyMap<number, Cell>;
}

const FIELDS =
  /^(?:field|field ?name|attribute|property|question|key|label|data item|parameter|setting|heading)s?$/i;
const ANSWERS = /^(?:(?:current |new )?value|answer|response|content|entry)s?$/i;
/** Share of a column with a text that is also in another row of it: a name of who entered it, a stamp. */
const REPEATED = 0.5;
/** Dates, times and numbers: when a field was entered, not what it holds. */
const STAMP =
  /^(?:\p{L}{3,9},? )?\d{1,4}[/.\- ](?:\d{1,2}|\p{L}{3,9})[/.\- ]\d{2,4}(?:,?[ T]\d{1,2}:\d\d(?::\d\d)?)?$/u;
const LONGEST_STAMP = 40;
/** Most rows that tell what a column holds. */
const MOST_ROWS = 100;

export function fieldTableOf(
  index: PageIndex,
  head: Row,
  below: readonly Row[],
): FieldTable | undefined {
  if (head.filled.length < 2 || head.cells.some(({ span }) => span > 1)) return undefined;
  const named = (words: RegExp): readonly Cell[] =>
    head.filled.filter((cell) => words.test(labelOf(index, cell.at) ?? ''));
  const [field, otherField] = named(FIELDS);
  const [answer, otherAnswer] = named(ANSWERS);
  if (!field || !answer || otherField || otherAnswer) return undefined;
  if (answer.column !== field.column + 1) return undefined;
  const more = new Map<number, Cell>();
  for (const cell of head.filled)
    if (cell.column > answer.column && !isOfEntry(index, cell.column, below))
      more.set(cell.column, cell);
  return { field: field.column, answer: answer.column, more };
}

/** True for a column of stamps, or of texts that return: it says when and by whom each field was entered. */
function isOfEntry(index: PageIndex, column: number, below: readonly Row[]): boolean {
  const texts = below.slice(0, MOST_ROWS).flatMap(({ filled }) => {
    const cell = filled.find((each) => each.column === column);
    return cell ? [cell.container ? '' : displayText(index, cell.at)] : [];
  });
  const isStamp = (text: string): boolean => text.length <= LONGEST_STAMP && STAMP.test(text);
  if (texts.every(isStamp)) return true;
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  const repeated = texts.filter((text) => (times.get(text) ?? 0) > 1).length;
  return repeated > texts.length * REPEATED;
}

export function fieldTableCandidates(
  index: PageIndex,
  row: Row,
  { field, answer, more }: FieldTable,
): Candidate[] {
  const found: Candidate[] = [];
  const asked = row.cells.find(({ column }) => column === field);
  if (!asked || asked.blank || asked.container || controlCount(index, asked.at) > 0) return found;
  const name = labelOf(index, asked.at);
  if (name === undefined) return found;
  for (const cell of row.filled) {
    if (cell.container) continue;
    const head = more.get(cell.column);
    const label = cell.column === answer ? name : head && labelOf(index, head.at);
    if (label === undefined) continue;
    for (const target of valueNodes(index, cell.at))
      found.push({
        target,
        labelAt: cell.column === answer ? asked.at : (head?.at ?? -1),
        label,
        method: cell.column === answer ? 'th-td' : 'column-header',
        score: cell.column === answer ? SCORE.rowHeader : SCORE.columnHeader,
        ...(cell.column === answer ? {} : { owner: name }),
      });
  }
  return found;
}
