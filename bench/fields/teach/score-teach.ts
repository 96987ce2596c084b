/** Teaches on one record, and judges what the taught adapter reads of others: of another record, one field short, changed. */

import { FIXED_HOST } from '../../../packages/core/src/capture/draft/fixed-host.ts';
import { RELEASES } from '../../../packages/core/src/capture/proof/release.ts';
import { teachAdapter } from '../../../packages/core/src/capture/teach.ts';
import {
  type Adapter,
  type DraftRow,
  FIELD_PATHS,
  type FieldPath,
  findPlace,
  knowsLabel,
  type LabelledValue,
  openDraft,
  type PageSnapshot,
  readPage,
} from '../../../packages/core/src/index.ts';
import { type DumpedRow, dumpedRows } from '../dump.ts';
import { folded, foldedLabel, meansSame } from '../meaning.ts';
import type { PageTruth } from '../saved-pages.ts';
import { FIELDS, fieldNameOf, scoreFields } from '../score-fields.ts';
import { listOf } from '../score-pairs.ts';

export interface TaughtRecord {
  readonly snapshot: PageSnapshot;
  readonly truth: PageTruth;
}

export interface TeachScore {
  /** Fields with a value that could be pointed at, and those that were taught. */
  readonly pointed: number;
  readonly taught: number;
  /** Of the taught fields on the second record. */
  readonly wanted: number;
  readonly found: number;
  readonly drafted: number;
  readonly right: number;
  /** Values of another field under a taught name, over every page that was read: taken, and only offered. */
  readonly takenWrongly: readonly string[];
  readonly offeredWrongly: readonly string[];
  readonly missed: readonly string[];
  readonly refused: readonly string[];
}

const ABOUT = { id: 'bench/taught', title: 'Taught', owner: 'Bench', version: '1.0.0' };

interface PointedAt {
  readonly name: string;
  readonly path: FieldPath;
  readonly value: LabelledValue;
}

/** @param seconds - other records of the same screen */
export function scoreTeach(
  { snapshot, truth }: TaughtRecord,
  seconds: readonly TaughtRecord[],
): TeachScore | undefined {
  const page = pageOf(snapshot);
  const pointed = pointedOn(page.reading.values, truth);
  if (pointed.length === 0) return undefined;
  const refused: string[] = [];
  let left = pointed;
  let adapter: Adapter | undefined;
  for (let tries = 0; tries < 6 && left.length > 0 && !adapter; tries += 1) {
    const taught = left.map(({ path, value }) => ({ path, valueId: value.id }));
    const result = teachAdapter({ ...page, taught, about: ABOUT });
    if (result.ok) adapter = result.value;
    else {
      refused.push(
        ...result.issues
          .filter(({ severity }) => severity === 'error')
          .map(({ code, at }) => `${code} ${at ?? ''}`),
      );
      const at = new Set(result.issues.map((issue) => issue.at));
      const rest = left.filter(({ path }) => !at.has(path));
      left = rest.length === left.length ? [] : rest;
    }
  }
  if (!adapter) return { ...NONE, pointed: pointed.length, refused };
  const taken: string[] = [];
  const offered: string[] = [];
  const judge = (what: string, read: PageSnapshot, own: PageTruth): readonly DumpedRow[] => {
    const { rows, adapters } = drafted(adapter, read, own);
    for (const row of rows) {
      if (!adapters.has(row) || isOwn(own, row)) continue;
      const told = `${what}: ${row.path} = ${folded(row.value).slice(0, 50)} (${row.owner} › ${row.label})`;
      (row.taken ? taken : offered).push(told);
    }
    return rows;
  };
  judge('same page', snapshot, truth);
  const names = new Set(left.map(({ name }) => name));
  const sums = { wanted: 0, found: 0, drafted: 0, right: 0 };
  const missed: string[] = [];
  for (const second of seconds) {
    const rows = judge('second record', second.snapshot, second.truth);
    const judged = rows.filter((row) => isJudged(row, names, second.truth));
    const score = scoreFields(restricted(second.truth, names), judged);
    for (const each of ['wanted', 'found', 'drafted', 'right'] as const) sums[each] += score[each];
    missed.push(...score.missed, ...score.wrong.map((each) => `wrong ${each}`));
    for (const { id, change } of RELEASES) {
      const other = pageOf(second.snapshot);
      const values = pointedOn(other.reading.values, second.truth).map(({ value }) => value);
      judge(id, change(other, values), second.truth);
    }
  }
  for (const { value, path } of left) judge(`without ${path}`, without(snapshot, value), truth);
  return {
    pointed: pointed.length,
    taught: left.length,
    ...sums,
    takenWrongly: taken,
    offeredWrongly: offered,
    missed,
    refused,
  };
}

const NONE: TeachScore = {
  pointed: 0,
  taught: 0,
  wanted: 0,
  found: 0,
  drafted: 0,
  right: 0,
  takenWrongly: [],
  offeredWrongly: [],
  missed: [],
  refused: [],
};

function pageOf(snapshot: PageSnapshot) {
  return { snapshot, reading: readPage(snapshot, { knows: knowsLabel }) };
}

/** Values that an officer would point at: on screen, under a label of their own, exactly what the record says. */
function pointedOn(values: readonly LabelledValue[], truth: PageTruth): readonly PointedAt[] {
  const labels = new Map(
    Object.entries(truth.labels ?? {}).map(([label, value]) => [
      folded(label).toLowerCase(),
      listOf(value).map(folded),
    ]),
  );
  return Object.entries(truth.canonical ?? {}).flatMap(([name, shown]): readonly PointedAt[] => {
    const field = FIELDS[name];
    const path = field && pathOf(field.path);
    if (!field || !path || field.isInProse || truth.hidden?.[name] !== undefined) return [];
    const wanted = [...listOf(shown), ...listOf(truth.normalised?.[name] ?? [])];
    const fitting = values.filter(
      (value) =>
        value.visible &&
        value.partOf === undefined &&
        value.kind !== 'prose' &&
        value.method !== 'text-run' &&
        labels.get(folded(value.label).toLowerCase())?.includes(folded(value.value)) === true &&
        wanted.some((each) => meansSame(field.meaning, each, value.value)),
    );
    const [first] = fitting;
    return first ? [{ name, path, value: first }] : [];
  });
}

function pathOf(plain: string): FieldPath | undefined {
  return FIELD_PATHS.find((path) => path.replaceAll('[]', '') === plain);
}

function dayOf({ path, either, value }: DraftRow, truth: PageTruth): string {
  const name = fieldNameOf(path ?? '') ?? '';
  const own = listOf(truth.normalised?.[name] ?? truth.canonical?.[name] ?? []);
  const days: readonly string[] = either ? [either.dayFirst, either.monthFirst] : [];
  return days.find((day) => own.some((each) => meansSame('date', each, day))) ?? value;
}

function drafted(adapter: Adapter, snapshot: PageSnapshot, truth: PageTruth) {
  const page = pageOf(snapshot);
  const draft = openDraft({ ...page, adapters: [adapter], way: 'page', host: FIXED_HOST });
  // The officer is asked which of two days a date is: either is that date's own.
  const named = draft.rows
    .filter(({ path }) => path !== undefined)
    .map((row) => (row.either ? { ...row, value: dayOf(row, truth) } : row));
  const rows = dumpedRows({ ...draft, rows: named });
  const adapters = new Set(rows.filter((_, nth) => named[nth]?.namedBy === 'adapter'));
  return { rows, adapters };
}

/** True for a value of its own field, a part of one, or one of another row of its column. */
function isOwn(truth: PageTruth, { path, value, raw, label, notKnown }: DumpedRow): boolean {
  if (isUnder(truth, label, raw)) return true;
  const name = fieldNameOf(path);
  const field = name === undefined ? undefined : FIELDS[name];
  if (!name || !field || notKnown) return true;
  const all = [truth.canonical, truth.normalised, truth.hidden].flatMap((each) =>
    listOf(each?.[name] ?? []),
  );
  return all.some(
    (each) =>
      meansSame(field.meaning, each, value) ||
      (value.length > 3 && folded(each).toLowerCase().includes(folded(value).toLowerCase())) ||
      isZeroed(each, value),
  );
}

/** True for a row of a taught field, but for further rows of a column: a truth names one of them. */
function isJudged(row: DumpedRow, names: ReadonlySet<string>, truth: PageTruth): boolean {
  const name = fieldNameOf(row.path);
  if (name === undefined || !names.has(name)) return false;
  const meaning = FIELDS[name]?.meaning ?? 'text';
  const own = [truth.canonical, truth.normalised].flatMap((each) => listOf(each?.[name] ?? []));
  return (
    own.some((each) => meansSame(meaning, each, row.value)) || !isUnder(truth, row.label, row.raw)
  );
}

/** True for one of several values that the page shows under one label, such as those of a column. */
function isUnder({ labels = {} }: PageTruth, label: string, raw: string): boolean {
  const own = Object.entries(labels).find(([each]) => foldedLabel(each) === foldedLabel(label));
  const values = listOf(own?.[1] ?? []);
  return (
    values.length > 1 && values.some((each) => folded(each) === folded(raw) || isZeroed(each, raw))
  );
}

/** True for a value of the hidden copy, which has zeros for its figures. */
function isZeroed(text: string, value: string): boolean {
  return !/[1-9]/.test(value) && folded(text).replace(/\d/g, '0') === folded(value);
}

function restricted(truth: PageTruth, names: ReadonlySet<string>): PageTruth {
  const only = (values: PageTruth['canonical']) =>
    Object.fromEntries(Object.entries(values ?? {}).filter(([name]) => names.has(name)));
  return {
    ...truth,
    canonical: only(truth.canonical),
    normalised: only(truth.normalised),
    hidden: only(truth.hidden),
  };
}

/** The page with nothing in the place of one value. */
function without(snapshot: PageSnapshot, { place, value }: LabelledValue): PageSnapshot {
  const copy = structuredClone(snapshot);
  const found = findPlace(copy, { frame: place.frame, selector: place.selector, text: value });
  if (!found) return copy;
  for (const { node, from, to } of found.ranges.toReversed())
    node.value = node.value.slice(0, from) + node.value.slice(to);
  const { element } = found;
  delete element.properties.value;
  if (element.data?.value !== undefined) element.data = { ...element.data, value: '' };
  return copy;
}
