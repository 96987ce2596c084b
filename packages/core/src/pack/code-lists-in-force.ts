/** The code lists in force, each with its codes of earlier days: anything recorded with one still has its words. */
import type { Code, CodeList, CodeLists } from '../codes/code-list.js';
import { addDays } from '../shared/dates.js';
import type { PlainDate } from '../shared/primitives.js';
import { definitionsInForce, inForceOfKind, type PacksHeld } from './in-force.js';
import { issuerByKey } from './issuer.js';

/**
 * The lists by id: those in force on that day, and those that were in force before. A code that is in force no longer
 * keeps its words, with the days on which it could be chosen; so does a code whose words have changed.
 */
export function codeListsInForce(held: PacksHeld, on: PlainDate): CodeLists {
  const former = new Map<string, { list: CodeList; readonly runs: Run[] }>();
  for (const { from, to } of spansBefore(held, on))
    for (const list of listsOn(held, to)) {
      const found = former.get(list.id) ?? { list, runs: [] };
      former.set(list.id, { list, runs: withRuns(found.runs, list, from, to) });
    }
  const now = new Map(listsOn(held, on).map((list) => [list.id, list]));
  const lists = new Map(
    [...new Set([...now.keys(), ...former.keys()])].flatMap((id) => {
      const before = former.get(id);
      const list = now.get(id) ?? (before && { ...before.list, codes: [] });
      return list ? [[id, withFormer(list, before?.runs ?? [])] as const] : [];
    }),
  );
  for (const { list, from } of listsOfPacks(held)) {
    const known = lists.get(list.id) ?? { ...list, codes: [] };
    lists.set(list.id, withNamed(known, list, from));
  }
  return lists;
}

interface ListOfPack {
  readonly list: CodeList;
  readonly from: PlainDate;
}

/** The lists of every pack whose issuer is pinned, in an order that does not depend on how they came. */
function listsOfPacks({ packs, issuers }: PacksHeld): readonly ListOfPack[] {
  return packs
    .filter(({ issuer }) => issuerByKey(issuers, issuer.signingKey) !== undefined)
    .sort((one, other) => other.version - one.version || (one.digest < other.digest ? -1 : 1))
    .flatMap(({ definitions, from }) =>
      definitions.flatMap((each) =>
        each.kind === 'code-list' ? [{ list: each.value, from }] : [],
      ),
    );
}

/**
 * Gives words to codes that were in force on no whole day, as those of a list that was recalled on its first: they may
 * have been chosen that morning. They can be chosen on no day.
 */
function withNamed(list: CodeList, { codes }: CodeList, from: PlainDate): CodeList {
  const known = new Set(list.codes.map(({ code }) => code));
  const unknown = codes.filter(({ code }) => !known.has(code));
  if (unknown.length === 0) return list;
  const named = unknown.map(({ under: _, ...code }) => ({ ...code, from, to: addDays(from, -1) }));
  return { ...list, codes: [...list.codes, ...named] };
}

/** Days on which nothing changes; the first has no beginning. */
interface Span {
  readonly from?: PlainDate;
  readonly to: PlainDate;
}

/** A code with the same words for a stretch of days. */
interface Run extends Span {
  readonly row: Code;
}

function listsOn(held: PacksHeld, day: PlainDate): readonly CodeList[] {
  return inForceOfKind(definitionsInForce(held, day), 'code-list').map(
    ({ definition: { value } }) => value,
  );
}

function spansBefore({ packs, issuers }: PacksHeld, on: PlainDate): readonly Span[] {
  const days = packs
    .flatMap((pack) => [pack, ...pack.definitions])
    .flatMap(({ from, to }) => [
      ...(from === undefined ? [] : [from]),
      ...(to === undefined ? [] : [addDays(to, 1)]),
    ]);
  const recalled = issuers.flatMap(({ recalledOn }) => (recalledOn ? [recalledOn] : []));
  const begins = [...new Set([...days, ...recalled])].filter((day) => day < on).sort();
  return [undefined, ...begins].map((from, nth) => ({
    ...(from === undefined ? {} : { from }),
    to: addDays(begins[nth] ?? on, -1),
  }));
}

/** The runs with those of one more span: a row that goes on with the same words is one run. */
function withRuns(
  runs: readonly Run[],
  { codes }: CodeList,
  from: PlainDate | undefined,
  to: PlainDate,
): Run[] {
  const all = [...runs];
  for (const { under: _, ...row } of codes) {
    const begin = later(row.from, from);
    const end = row.to !== undefined && row.to < to ? row.to : to;
    if (begin !== undefined && begin > end) continue;
    const nth = all.findIndex(
      (run) => isSameRow(run.row, row) && begin !== undefined && addDays(run.to, 1) === begin,
    );
    const before = all[nth];
    if (before) all[nth] = { ...before, to: end };
    else all.push({ row, ...(begin === undefined ? {} : { from: begin }), to: end });
  }
  return all;
}

function withFormer(list: CodeList, runs: readonly Run[]): CodeList {
  const isNow = ({ row }: Run) => list.codes.some((each) => isSameRow(each, row));
  /** Last day on which a code of the list had other words; they are its words until then. */
  const lastElse = new Map<string, PlainDate>();
  for (const run of runs.filter((each) => !isNow(each))) {
    const { code } = run.row;
    if (run.to > (lastElse.get(code) ?? '')) lastElse.set(code, run.to);
  }
  const codes = list.codes.flatMap((row) => {
    const last = lastElse.get(row.code);
    const from = later(row.from, last && addDays(last, 1));
    if (from !== undefined && row.to !== undefined && from > row.to) return [];
    return [from === undefined ? row : { ...row, from }];
  });
  const former = runs
    .filter((run) => !isNow(run) || run.to <= (lastElse.get(run.row.code) ?? ''))
    .map(({ row: { from: _, to: __, ...row }, from, to }) => ({
      ...row,
      ...(from === undefined ? {} : { from }),
      to,
    }));
  return codes.length === list.codes.length && former.length === 0
    ? list
    : { ...list, codes: [...codes, ...former] };
}

function isSameRow(one: Code, other: Code): boolean {
  return one.code === other.code && one.label === other.label;
}

function later(one: PlainDate | undefined, other: PlainDate | undefined): PlainDate | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}
