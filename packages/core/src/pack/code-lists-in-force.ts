/** The code lists in force, each with its codes of earlier days: anything recorded with one still has its words. */
import type { Code, CodeList, CodeLists } from '../codes/code-list.js';
import { addDays } from '../shared/dates.js';
import type { PlainDate } from '../shared/primitives.js';
import { definitionsInForce, inForceOfKind, type PacksHeld } from './in-force.js';

/**
 * The lists by id: those in force on that day, and those that were in force before. A code that was in force on an
 * earlier day and is so no longer keeps its words, with the last day on which it could be chosen; so does a code whose
 * words have changed, as a row of its own for the days before.
 */
export function codeListsInForce(held: PacksHeld, on: PlainDate): CodeLists {
  const former = new Map<string, FormerCodes>();
  for (const [begin, end] of spansBefore(held, on))
    for (const list of listsOn(held, begin)) {
      const codes = former.get(list.id) ?? { list, rows: new Map() };
      former.set(list.id, { list, rows: withRows(codes.rows, list, end) });
    }
  const now = new Map(listsOn(held, on).map((list) => [list.id, list]));
  return new Map(
    [...new Set([...now.keys(), ...former.keys()])].map((id) => {
      const { list: was, rows = new Map() } = former.get(id) ?? {};
      const list = now.get(id) ?? (was && { ...was, codes: [] });
      return [id, withFormer(list as CodeList, [...rows.values()])];
    }),
  );
}

interface FormerCodes {
  /** Its latest version. */
  readonly list: CodeList;
  readonly rows: ReadonlyMap<string, Code>;
}

function listsOn(held: PacksHeld, day: PlainDate): readonly CodeList[] {
  return inForceOfKind(definitionsInForce(held, day), 'code-list').map(
    ({ definition: { value } }) => value,
  );
}

/** The days on which what is in force may change, with the last day before the next change; only days before `on`. */
function spansBefore(
  { packs, issuers }: PacksHeld,
  on: PlainDate,
): readonly (readonly [PlainDate, PlainDate])[] {
  const days = packs.flatMap((pack) => [pack, ...pack.definitions]).flatMap(({ from, to }) => [
    ...(from === undefined ? [] : [from]),
    ...(to === undefined ? [] : [addDays(to, 1)]),
  ]);
  const recalled = issuers.flatMap(({ recalledOn }) => (recalledOn ? [recalledOn] : []));
  const begins = [...new Set([...days, ...recalled])].filter((day) => day < on).sort();
  return begins.map((day, nth) => [day, addDays(begins[nth + 1] ?? on, -1)]);
}

/** The rows that were in force at some time, by code and words, each with its last day; the latest of them wins. */
function withRows(
  rows: ReadonlyMap<string, Code>,
  { codes }: CodeList,
  end: PlainDate,
): ReadonlyMap<string, Code> {
  const all = new Map(rows);
  for (const { under: _, ...code } of codes) {
    const to = code.to !== undefined && code.to < end ? code.to : end;
    all.set(`${code.code} ${code.from ?? ''} ${code.label}`, { ...code, to });
  }
  return all;
}

function withFormer(list: CodeList, former: readonly Code[]): CodeList {
  const now = list.codes.map(({ code, label }) => `${code} ${label}`);
  const gone = former.filter(({ code, label }) => !now.includes(`${code} ${label}`));
  if (gone.length === 0) return list;
  // A code that has other words now is offered under those alone, from the day after the old ones ended.
  const codes = list.codes.map((row) => {
    const last = gone
      .filter(({ code }) => code === row.code)
      .flatMap(({ to }) => (to === undefined ? [] : [to]))
      .sort()
      .at(-1);
    const isLater = last !== undefined && (row.from === undefined || row.from <= last);
    return isLater ? { ...row, from: addDays(last, 1) } : row;
  });
  return { ...list, codes: [...codes, ...gone] };
}
