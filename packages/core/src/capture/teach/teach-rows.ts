/**
 * Tables of records as taught: a cell represents its column, and says which rows are meant. No cell goes by position.
 */
import type { LabelledValue } from '../../page/reading.js';
import type { Issue } from '../../shared/issue.js';
import type { Screen } from '../adapter/adapter.js';
import { type FieldPath, fieldOf } from '../field/field-path.js';
import { foldLabel } from '../field/fold-label.js';
import { grouped } from '../field/grouped.js';
import { isListOfPeople, keepsRowsApart, tableOf } from '../name/people-list.js';
import type { TaughtRows } from './taught.js';
import type { TeachContext } from './teach-locator.js';
import { pointedAt, type Target } from './teach-target.js';

type Rows = NonNullable<Screen['rows']>[number];
type Where = NonNullable<Rows['where']>;

interface RowsTaught {
  readonly all: readonly Rows[];
  /** True if a target is read by its column, and needs no separate way. */
  takes(target: Target): boolean;
}

/** Columns of one table that are read from the same rows. */
interface Columns {
  readonly cells: ReadonlyMap<FieldPath, LabelledValue>;
  readonly platform?: LabelledValue | undefined;
  readonly each?: 'person' | 'value' | undefined;
  readonly where?: LabelledValue | undefined;
}

/** Rows of tables that were named, and of those with cells pointed at. */
export function rowsOf(
  targets: readonly Target[],
  taught: readonly TaughtRows[],
  context: TeachContext,
  issues: Issue[],
): RowsTaught {
  const all: Rows[] = [];
  const paths = pathsOf(targets, taught, context);
  for (const named of taught) {
    const columns = columnsNamed(named, context);
    const rows = columns && rowsFor(columns, paths, context);
    if (rows) all.push(rows);
    else issues.push(noTable(Object.keys(named.columns)));
  }
  const taken = new Set<Target>();
  const inColumns = targets.filter((target) => isColumn(target, context));
  for (const group of grouped(inColumns, rowsMeant).values()) {
    const [first] = group;
    const isUnclear = first.where !== undefined && !isSystems(first.where, first, context);
    const made = isUnclear
      ? []
      : columnsIn(group).flatMap((columns) => rowsFor(columns, paths, context) ?? []);
    all.push(...made);
    if (isUnclear) issues.push(noRow(first.path));
    else if (made.length === 0) {
      // A table of one row has labels like any other place.
      if (!isOfSeveral(first, context) && first.where === undefined) continue;
      issues.push(noTable([first.path]));
    }
    for (const target of group) taken.add(target);
  }
  return { all, takes: (target) => taken.has(target) };
}

function columnsNamed({ columns, platform, each }: TaughtRows, context: TeachContext) {
  const find = (valueId: string) => pointedAt({ valueId }, context)?.value;
  const cells = new Map<FieldPath, LabelledValue>();
  for (const [path, valueId] of Object.entries(columns)) {
    const cell = find(valueId);
    if (!cell?.row) return undefined;
    cells.set(path as FieldPath, cell);
  }
  return { cells, platform: platform === undefined ? undefined : find(platform), each };
}

/** Columns by path: a path has one column at a time, and a second column for it goes into another set. */
function columnsIn(group: readonly [Target, ...Target[]]): readonly Columns[] {
  const layers: Map<FieldPath, LabelledValue>[] = [];
  for (const { path, value } of group) {
    if (!value) continue;
    const isIn = (layer: ReadonlyMap<FieldPath, LabelledValue>): boolean =>
      foldLabel(layer.get(path)?.label ?? value.label) === foldLabel(value.label);
    const layer = layers.find(isIn) ?? new Map<FieldPath, LabelledValue>();
    if (!layers.includes(layer)) layers.push(layer);
    layer.set(path, value);
  }
  // If in doubt, each row is another person.
  const each = group.some((target) => target.each === 'person') ? 'person' : group[0].each;
  return layers.map((cells) => ({ cells, each, where: group[0].where }));
}

/** Every path that the columns of each table are taught as. */
function pathsOf(
  targets: readonly Target[],
  taught: readonly TaughtRows[],
  context: TeachContext,
): ReadonlyMap<string, ReadonlySet<FieldPath>> {
  const paths = new Map<string, Set<FieldPath>>();
  const add = (path: FieldPath, cell: LabelledValue | undefined): void => {
    if (cell?.row) paths.set(tableOf(cell), (paths.get(tableOf(cell)) ?? new Set()).add(path));
  };
  for (const { path, value } of targets) add(path, value);
  for (const { columns } of taught)
    for (const [path, valueId] of Object.entries(columns))
      add(path as FieldPath, pointedAt({ valueId }, context)?.value);
  return paths;
}

/** Key of a cell's table and rows: all rows, or those with the same text as another cell of its row. */
function rowsMeant({ value, where }: Target): string {
  return JSON.stringify([value && tableOf(value), where && [where.label, where.value]]);
}

/**
 * True for a cell of a table of records, except a single fact in a table of one row, which has a label like any other.
 */
function isColumn(target: Target, context: TeachContext): boolean {
  if (target.value?.row === undefined) return false;
  const isSeveral = fieldOf(target.path).many === true || target.where !== undefined;
  return isSeveral || isOfSeveral(target, context);
}

/** True if its table has several rows. */
function isOfSeveral({ value }: Target, { reading }: TeachContext): boolean {
  const rows = value ? cellsOf(value, reading.values).map(({ row }) => row?.index) : [];
  return new Set(rows).size > 1;
}

function cellsOf(cell: LabelledValue, values: readonly LabelledValue[]): readonly LabelledValue[] {
  return values.filter((each) => each.row !== undefined && tableOf(each) === tableOf(cell));
}

/** True if the cell that chooses the rows is in the same row, and has the system’s words. */
function isSystems({ label, value, row }: LabelledValue, of: Target, { words }: TeachContext) {
  return (
    row !== undefined &&
    row.table === of.value?.row?.table &&
    row.index === of.value.row.index &&
    words.isLabel(label) &&
    words.isHeading(value)
  );
}

/** @returns undefined where the table has no name of its own, or the column none */
function rowsFor(
  { cells, platform, each, where }: Columns,
  pathsIn: ReadonlyMap<string, ReadonlySet<FieldPath>>,
  { reading, words }: TeachContext,
): Rows | undefined {
  const all = [...cells.values(), ...(platform ? [platform] : [])];
  const [first] = all;
  if (!first || all.some((cell) => !words.isLabel(cell.label) || tableOf(cell) !== tableOf(first)))
    return undefined;
  const names = [
    ...first.owner.toReversed().filter((owner) => words.isHeading(owner)),
    ...all.map(({ label }) => label),
  ];
  const table = names.find((name) => tablesNamed(name, reading.values).size === 1);
  if (table === undefined) return undefined;
  const paths = [...(pathsIn.get(tableOf(first)) ?? cells.keys())];
  const isPeople = isListOfPeople(cellsOf(first, reading.values), paths);
  const said = each ?? (isPeople ? 'person' : 'value');
  const is: Where | undefined = where && { column: where.label, is: where.value };
  return {
    table,
    columns: Object.fromEntries([...cells].map(([path, { label }]) => [path, label])),
    ...(platform ? { platform: platform.label } : {}),
    ...([...cells.keys()].every(keepsRowsApart) ? {} : { each: said }),
    ...(is ? { where: is } : {}),
  };
}

/** Visible tables under this name; hidden ones if none is visible. */
function tablesNamed(name: string, values: readonly LabelledValue[]): ReadonlySet<string> {
  const wanted = foldLabel(name);
  const named = values.filter(
    ({ row, label, owner }) => row && [label, ...owner].some((text) => foldLabel(text) === wanted),
  );
  const shown = named.filter(({ visible }) => visible);
  return new Set((shown.length > 0 ? shown : named).map(tableOf));
}

function noTable(paths: readonly string[]): Issue {
  const at = paths[0];
  return {
    code: 'teach-table-unclear',
    message:
      'The columns that you pointed at are not the named columns of one table. Point at a value in each column of one table, below its heading.',
    ...(at === undefined ? {} : { at }),
    severity: 'error',
  };
}

function noRow(at: FieldPath): Issue {
  return {
    code: 'teach-row-unclear',
    message:
      'The words that pick out this row may belong to this record alone, so no row of another record would be found by them. Choose another column of the row, or every row.',
    at,
    severity: 'error',
  };
}
