/** The draft as a table: each value next to its label, with the officer's decision on it. */
import {
  type Decision,
  type Draft,
  type DraftRow,
  decide,
  type FieldPath,
  failed,
  fieldOf,
  passed,
  type Result,
  readCorrection,
} from '@cyber-prevent/core';
import { el } from './dom.ts';

const DECISIONS = { take: 'Take', leave: 'Leave', mask: 'Mask' } as const;
const HEADS = ['Value', 'Read from', 'As read', 'Decision'];

export interface DraftTable {
  readonly element: HTMLTableElement;
  /** The draft with the present decisions in the table, or the faults to correct first. */
  decided(): Result<Draft>;
}

interface TableRow {
  readonly element: HTMLTableRowElement;
  decided(): Result<Decision>;
}

/** Shows the rows with a known field; any other row is left, and leaves no trace. */
export function draftTable(draft: Draft): DraftTable {
  const rows = draft.rows.flatMap((row) =>
    row.path === undefined ? [] : [{ id: row.id, ...tableRow(row, row.path) }],
  );
  return {
    element: el(
      'table',
      {},
      el('thead', {}, el('tr', {}, ...HEADS.map((head) => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, ...rows.map(({ element }) => element)),
    ),
    decided() {
      const results = rows.map(({ id, decided }) => ({ id, result: decided() }));
      const issues = results.flatMap(({ result }) => result.issues);
      if (results.some(({ result }) => !result.ok)) return failed(...issues);
      return passed(
        results.reduce(
          (before, { id, result }) => (result.ok ? decide(before, id, result.value) : before),
          draft,
        ),
        issues,
      );
    },
  };
}

function tableRow(row: DraftRow, path: FieldPath): TableRow {
  const { label } = fieldOf(path);
  const whose = row.owner.at(-1) ?? '';
  const quiet = { autocomplete: 'off', spellcheck: 'false' };
  const name = { 'aria-label': `${label}, ${whose}`, ...quiet };
  const { read } = fieldOf(path);
  const value = el(read === 'prose' || read === 'address' ? 'textarea' : 'input', name);
  value.value = row.value;
  const shown = value.value;
  const choice = el('select', { 'aria-label': `Decision on ${label}, ${whose}`, ...quiet });
  for (const [kind, text] of Object.entries(DECISIONS))
    choice.append(el('option', { value: kind }, text));
  choice.value = row.decision.kind;
  return {
    element: el(
      'tr',
      {},
      el('th', { scope: 'row' }, label),
      el('td', {}, `${whose}: ${row.label}`),
      el('td', {}, value, ...row.issues.map(({ message }) => el('p', {}, message))),
      el('td', {}, choice),
    ),
    decided() {
      // Compared with the control's version of the value: an input drops line ends, and that is not a correction.
      const typed = value.value === shown ? undefined : value.value;
      const decision = decisionOf(row, choice.value, typed);
      // The sentence is about a value; with several on the screen it must name it.
      const issues = decision.issues.map((issue) => ({
        ...issue,
        message: `${label}: ${issue.message}`,
      }));
      return { ...decision, issues };
    },
  };
}

/** The decision on a row: an overtyped value is taken as corrected. */
function decisionOf(row: DraftRow, kind: string, typed: string | undefined): Result<Decision> {
  if (kind === 'mask') return passed({ kind });
  if (kind !== 'take') return passed({ kind: 'leave' });
  if (typed === undefined) return passed({ kind });
  const read = readCorrection(row, typed);
  return read.ok ? passed({ kind: 'take-corrected', value: read.value }, read.issues) : read;
}
