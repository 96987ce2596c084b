/** A file that was read, row by row, until each is opened as a draft. Nothing of it is on record. */
import {
  type DateOrder,
  type Draft,
  draftOfFields,
  type FileDate,
  type FileDateOrders,
  type FileDoubt,
  fileDateOrders,
  fileDates,
  fileDoubts,
  type Host,
  type Issue,
  type PlainDate,
  type RecordId,
  severalValues,
} from '@cyber-prevent/core';
import {
  type FieldPath,
  fieldOf,
  type ImportColumn,
  type ImportedReferral,
} from '@cyber-prevent/core/plugin';
import { t } from '../../../locales/late.js';
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
  /** The order of numeric dates in each of its columns. */
  readonly dates: FileDateOrders;
  /** Places of the rows that were opened as a draft. */
  readonly opened: ReadonlySet<string>;
  /** The person on record of each row that was filed together with others, by its place. */
  readonly filed: ReadonlyMap<string, RecordId>;
  /** Set once the officer has said what each column holds: one that is left out is left out on purpose. */
  readonly isSaid?: true;
}

export interface BroughtRow extends ImportedReferral {
  /** The name in it, as written; undefined if it has none. */
  readonly name: string | undefined;
  /** Each date of birth in it, as its draft will read it. */
  readonly born: readonly FileDate[];
  /** Place of the first row that says exactly the same. */
  readonly sameAs: string | undefined;
  /** Place of the first row with the same reference, if it does not say the same. */
  readonly referenceAs: string | undefined;
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

/** @param today - day on which the file is read: a later one is still to come */
export async function broughtIn(
  read: Pick<BroughtIn, 'name' | 'bytes' | 'importer' | 'columns' | 'issues'>,
  referrals: readonly ImportedReferral[],
  today: PlainDate,
): Promise<BroughtIn> {
  const first = new Map<string, string>();
  const references = new Map<string, string>();
  const rows: BroughtRow[] = [];
  // The last row may prove how the first is read.
  const dates = await orderOfAll(referrals);
  for (let from = 0; from < referrals.length; from += IN_TASK) {
    if (from > 0) await nextTask();
    for (const referral of referrals.slice(from, from + IN_TASK)) {
      const { values, at } = referral;
      const said = JSON.stringify(Object.entries(values).toSorted(byPath).map(compared));
      const sameAs = firstAt(first, said, at);
      const reference = textIn(values['referral.reference']);
      const referenceAt =
        reference === undefined ? undefined : firstAt(references, folded(reference), at);
      const days = fileDates(referral, dates, today);
      rows.push({
        ...referral,
        name: nameIn(values),
        born: days.filter(({ path }) => path === 'subject.bornOn'),
        sameAs,
        referenceAs: sameAs === undefined ? referenceAt : undefined,
        issues: withDoubts(referral, days, severalValues(referral, dates, today)),
      });
    }
  }
  return { ...read, rows, dates, ...NOTHING_DONE };
}

async function orderOfAll(referrals: readonly ImportedReferral[]): Promise<FileDateOrders> {
  let orders: FileDateOrders = {};
  for (let from = 0; from < referrals.length; from += IN_TASK) {
    if (from > 0) await nextTask();
    orders = withOrders(orders, fileDateOrders(referrals.slice(from, from + IN_TASK)));
  }
  return orders;
}

function withOrders(orders: FileDateOrders, more: FileDateOrders): FileDateOrders {
  const joined: Partial<Record<FieldPath, DateOrder | 'both'>> = { ...orders };
  for (const [key, order] of Object.entries(more)) {
    const path = key as FieldPath;
    joined[path] = (joined[path] ?? order) === order ? order : 'both';
  }
  return joined;
}

const NOTHING_DONE: Pick<BroughtIn, 'opened' | 'filed'> = { opened: new Set(), filed: new Map() };

function byPath([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** The place of the first row with those words; undefined for that row. */
function firstAt(first: Map<string, string>, words: string, at: string): string | undefined {
  const before = first.get(words);
  if (before === undefined) first.set(words, at);
  return before;
}

/** The values as they are compared: another program's blanks, capitals and accents make no other referral. */
function compared([path, texts = []]: readonly [string, readonly string[] | undefined]) {
  return [path, texts.map(folded)];
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().replace(/[.]$/, '').toLowerCase();
}

/**
 * The issues of the row, with those that its draft will have: each sentence once. A date that the whole file says how to
 * read is not one that the importer could not read by itself.
 */
function withDoubts(
  { values, places, labels, unsure = [], issues }: ImportedReferral,
  days: readonly FileDate[],
  several: readonly FileDoubt[],
): readonly Issue[] {
  const read = new Set(
    days.flatMap(({ path, index, day, either }) =>
      day || either ? (places?.[path]?.[index] ?? []) : [],
    ),
  );
  const own = issues.filter(
    ({ code, at }) => code !== 'date-unreadable' || at === undefined || !read.has(at),
  );
  const said = new Set(own.map(({ message }) => message));
  const ofDays = days.flatMap(({ path, index, issues: found }) =>
    found.map((issue) => ({ path, index, issue })),
  );
  // The importer has said by itself why it is not sure of a field.
  const differing = several.filter(({ path }) => !unsure.includes(path));
  const doubts = [...ofDays, ...fileDoubts(values, [], labels), ...differing].flatMap(
    ({ path, index, issue }): readonly Issue[] => {
      if (said.has(issue.message)) return [];
      said.add(issue.message);
      return [{ ...issue, at: places?.[path]?.[index] ?? fieldOf(path).label }];
    },
  );
  return [...own, ...doubts];
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
export function needsALook({ issues, name, sameAs, referenceAs }: BroughtRow): boolean {
  return (
    issues.length > 0 || name === undefined || sameAs !== undefined || referenceAs !== undefined
  );
}

/** The draft of one row: each value with its place in the file. */
export function draftOfRow(
  { name, importer, dates }: Pick<BroughtIn, 'name' | 'importer' | 'dates'>,
  { values, labels, places, unsure, at }: ImportedReferral,
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
      ...(unsure ? { unsure } : {}),
      dates,
    },
    host,
  );
}

/** The file, with a note that the row was opened. */
export function withOpened(file: BroughtIn, { at }: Pick<ImportedReferral, 'at'>): BroughtIn {
  return { ...file, opened: new Set([...file.opened, at]) };
}

/** The file, with a note of the rows that were filed and whose each is. */
export function withFiled(
  file: BroughtIn,
  filed: readonly { readonly at: string; readonly subject: RecordId }[],
): BroughtIn {
  const people = filed.map(({ at, subject }) => [at, subject] as const);
  return { ...file, filed: new Map([...file.filed, ...people]) };
}

/** Headings of columns that were not read, and that nobody has said to leave out. */
export function unreadColumns({ columns, isSaid }: BroughtIn): readonly string[] {
  if (isSaid) return [];
  return columns.flatMap(({ heading, first, path }, nth) =>
    path !== undefined || (heading === '' && first === '')
      ? []
      : [heading || t('bring-in.column.nameless', { nth: nth + 1 })],
  );
}
