/** A file that was read, row by row, until each is opened as a draft. Nothing of it is on record. */
import {
  type DateOrder,
  type Draft,
  draftOfFields,
  fileDateOrder,
  type Host,
  type Issue,
} from '@cyber-prevent/core';
import type { ImportColumn, ImportedReferral } from '@cyber-prevent/core/plugin';
import { nextTask } from '../../../page/next-task.js';
import type { FileImporter } from '../../../sandbox/file/file-service.js';
import { keptUntilLock } from '../../act/kept-until-lock.js';

export interface BroughtIn {
  /** Name of the file. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly importer: FileImporter;
  /** Its columns, with the field that each is read as; none if it is no table. */
  readonly columns: readonly ImportColumn[];
  readonly rows: readonly BroughtRow[];
  /** Issues of the whole file, and of rows that could not be read. */
  readonly issues: readonly Issue[];
  readonly dates: DateOrder | 'both' | undefined;
  /** Places of the rows that were opened as a draft. */
  readonly opened: ReadonlySet<string>;
}

export interface BroughtRow extends ImportedReferral {
  /** The name in it, as written; undefined if it has none. */
  readonly name: string | undefined;
  /** The date of birth in it, as written. */
  readonly born: string | undefined;
  /** Place of the first row that says exactly the same. */
  readonly sameAs: string | undefined;
}

/** The file last read in this window, until the vault is locked: after a lock, it is chosen again. */
export const BROUGHT_IN = keptUntilLock<BroughtIn | undefined>();

/** The importers that read files with that name. One that several read is asked about. */
export function importersFor(
  file: Pick<File, 'name' | 'type'>,
  importers: readonly FileImporter[],
): readonly FileImporter[] {
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase();
  const byName = importers.filter(
    ({ extensions }) => ending !== undefined && extensions.includes(ending),
  );
  return byName.length > 0
    ? byName
    : importers.filter(({ mediaTypes }) => mediaTypes.includes(file.type));
}

/** Rows looked at in one task: the page answers between two. */
const IN_TASK = 1000;

export async function broughtIn(
  read: Pick<BroughtIn, 'name' | 'bytes' | 'importer' | 'columns' | 'issues'>,
  referrals: readonly ImportedReferral[],
): Promise<BroughtIn> {
  const first = new Map<string, string>();
  const rows: BroughtRow[] = [];
  const orders = new Set<DateOrder | 'both'>();
  for (let from = 0; from < referrals.length; from += IN_TASK) {
    if (from > 0) await nextTask();
    const some = referrals.slice(from, from + IN_TASK);
    const order = fileDateOrder(some);
    if (order) orders.add(order);
    for (const referral of some) {
      const { values, at } = referral;
      const said = JSON.stringify(Object.entries(values).toSorted(byPath));
      const sameAs = first.get(said);
      if (sameAs === undefined) first.set(said, at);
      const born = textIn(values['subject.bornOn']);
      rows.push({ ...referral, name: nameIn(values), born, sameAs });
    }
  }
  const [order] = orders;
  return { ...read, rows, dates: orders.size > 1 ? 'both' : order, opened: new Set() };
}

function byPath([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

function nameIn(values: ImportedReferral['values']): string | undefined {
  const whole = textIn(values['subject.name']);
  if (whole !== undefined) return whole;
  const parts = [textIn(values['subject.givenNames']), textIn(values['subject.familyName'])];
  return parts.some((part) => part !== undefined)
    ? parts.filter((part) => part !== undefined).join(' ')
    : undefined;
}

function textIn(texts: readonly string[] | undefined): string | undefined {
  return texts?.find((text) => text.trim() !== '')?.trim();
}

/** True for a row with something to look at before it is opened. */
export function needsALook({ issues, name, sameAs }: BroughtRow): boolean {
  return issues.length > 0 || name === undefined || sameAs !== undefined;
}

/** The draft of one row: each value with its place in the file. */
export function draftOfRow(
  { name, importer, dates }: Pick<BroughtIn, 'name' | 'importer' | 'dates'>,
  { values, labels, places, at }: ImportedReferral,
  host: Pick<Host, 'clock' | 'random'>,
): Draft {
  return draftOfFields(
    values,
    {
      way: 'file',
      system: importer.title,
      title: `${name}, ${at}`,
      adapter: { id: importer.id, version: importer.version },
      ...(labels ? { labels } : {}),
      ...(places ? { places } : {}),
      ...(dates ? { dates } : {}),
    },
    host,
  );
}

/** The file, with a note that the row was opened. */
export function withOpened(file: BroughtIn, { at }: Pick<ImportedReferral, 'at'>): BroughtIn {
  return { ...file, opened: new Set([...file.opened, at]) };
}
