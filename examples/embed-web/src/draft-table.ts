/** The draft as a table: each value beside its label, and what the officer decides on it. */
import {
  type Decision,
  type Draft,
  type DraftRow,
  decide,
  type FieldPath,
  failed,
  fieldOf,
  type Issue,
  passed,
  type Result,
  readCorrection,
} from '@cyber-prevent/core';
import { el } from './dom.ts';

const DECISIONS = { take: 'Take', leave: 'Leave', mask: 'Mask' } as const;

/** A row that somebody has said what it is; the others are left, and leave no trace. */
type NamedRow = DraftRow & { readonly path: FieldPath };

const namedRows = (draft: Draft) =>
  draft.rows.filter((row): row is NamedRow => row.path !== undefined);

export function draftTable(draft: Draft): HTMLTableElement {
  const heads = ['Value', 'Read from', 'As read', 'Decision'];
  return el(
    'table',
    {},
    el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, ...namedRows(draft).map(tableRow)),
  );
}

function tableRow(row: NamedRow): HTMLTableRowElement {
  const { label } = fieldOf(row.path);
  const whose = row.owner.at(-1) ?? '';
  const value = el('input', {
    id: `value-${row.id}`,
    'aria-label': `${label}, ${whose}`,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  value.value = row.value;
  const choice = el('select', {
    id: `decision-${row.id}`,
    'aria-label': `Decision on ${label}, ${whose}`,
    autocomplete: 'off',
  });
  for (const [kind, text] of Object.entries(DECISIONS))
    choice.append(el('option', { value: kind }, text));
  choice.value = row.decision.kind;
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, label),
    el('td', {}, `${whose}: ${row.label}`),
    el('td', {}, value, ...row.issues.map(({ message }) => el('p', {}, message))),
    el('td', {}, choice),
  );
}

/** The draft with the decisions that stand in the table; a value that was typed over is taken as corrected. */
export function decisionsIn(table: HTMLTableElement, draft: Draft): Result<Draft> {
  const issues: Issue[] = [];
  let decided = draft;
  for (const row of namedRows(draft)) {
    const kind = table.querySelector<HTMLSelectElement>(`#decision-${row.id}`)?.value;
    const typed = table.querySelector<HTMLInputElement>(`#value-${row.id}`)?.value ?? row.value;
    const decision = decisionOf(row, kind, typed);
    issues.push(...decision.issues);
    if (decision.ok) decided = decide(decided, row.id, decision.value);
  }
  return issues.some(({ severity }) => severity === 'error')
    ? failed(...issues)
    : passed(decided, issues);
}

function decisionOf(row: DraftRow, kind: string | undefined, typed: string): Result<Decision> {
  if (kind === 'mask') return passed({ kind });
  if (kind !== 'take') return passed({ kind: 'leave' });
  if (typed === row.value) return passed({ kind });
  const read = readCorrection(row, typed);
  return read.ok ? passed({ kind: 'take-corrected', value: read.value }, read.issues) : read;
}
