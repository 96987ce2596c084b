/** From an officer's statements to the input of the core's teaching. */
import type { FieldPath } from '@cyber-prevent/core';
import type { TaughtRows, TaughtValue } from '@cyber-prevent/core/teach';
import { valueAgain } from './teach-find.js';
import type { Said, SaidAs, TeachValue } from './teach-order.js';

export interface TaughtOfPage {
  readonly taught: readonly TaughtValue[];
  readonly suppressed: readonly string[];
  readonly rows: readonly TaughtRows[];
  /** Indexes of the statements whose values the copy of the page does not have. */
  readonly lost: readonly number[];
}

/** Handles are taught with the column of their platforms. */
const HANDLES: FieldPath = 'subject.onlineIdentifiers[].asSeen';

interface Columns {
  readonly paths: Map<FieldPath, string>;
  platform?: string;
}

export function taughtOf(all: readonly Said[], values: readonly TeachValue[]): TaughtOfPage {
  const taught: TaughtValue[] = [];
  const suppressed: string[] = [];
  const lost: number[] = [];
  const tables = new Map<string, Columns>();
  for (const [nth, { value, as }] of all.entries()) {
    if (value.id === '') {
      const { frame, selector } = value;
      if (as.kind === 'field') taught.push({ path: as.path, place: { frame, selector } });
      else lost.push(nth);
      continue;
    }
    const found = valueAgain(value, values);
    if (!found) {
      lost.push(nth);
      continue;
    }
    if (as.kind === 'never') suppressed.push(found.id);
    else if (as.kind === 'field') taught.push({ path: as.path, valueId: found.id });
    else if (as.kind === 'row') {
      const where = cellBeside(found, as, values);
      if (where) taught.push({ path: as.path, valueId: found.id, where: where.id });
      else lost.push(nth);
    } else if (as.kind === 'column' && as.path !== HANDLES) {
      const { path, each } = as;
      taught.push({ path, valueId: found.id, ...(each === undefined ? {} : { each }) });
    } else {
      const name = `${found.frame.join('.')}/${found.table}`;
      const columns: Columns = tables.get(name) ?? { paths: new Map() };
      if (as.kind === 'platform') columns.platform = found.id;
      else columns.paths.set(as.path, found.id);
      tables.set(name, columns);
    }
  }
  const rows = [...tables.values()].map(({ paths, platform }): TaughtRows => {
    const columns: Partial<Record<FieldPath, string>> = Object.fromEntries(paths);
    return { columns, ...(platform === undefined ? {} : { platform }) };
  });
  return { taught, suppressed, rows, lost };
}

/** The cell of the same row, on this copy of the page, that identifies the wanted rows. */
function cellBeside(
  { frame, table, row }: TeachValue,
  { column, is }: Extract<SaidAs, { readonly kind: 'row' }>,
  values: readonly TeachValue[],
): TeachValue | undefined {
  return values.find(
    (each) =>
      each.table === table &&
      each.row === row &&
      each.frame.join() === frame.join() &&
      each.label === column &&
      each.text === is,
  );
}
