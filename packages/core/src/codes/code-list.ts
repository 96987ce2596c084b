/** A dated list of codes, kept as data: next year's code is a new row, not a release. */
import * as v from 'valibot';
import { PlainDate } from '../shared/primitives.js';

/**
 * Reliability of a list. `found`: read in a public source. `secondary`: read in a third party's quotation. `recalled`:
 * general knowledge, unchecked. `proposed`: designed for this toolkit. None of them means *official*.
 */
export const CODE_LIST_STATUSES = ['found', 'secondary', 'recalled', 'proposed'] as const;

const Code = v.strictObject({
  /** The stored value: letters, digits and hyphens. */
  code: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/)),
  /** The text shown. */
  label: v.pipe(v.string(), v.minLength(1)),
  hint: v.optional(v.string()),
  /** First and last civil day on which the code may be used; open where absent. */
  from: v.optional(PlainDate),
  to: v.optional(PlainDate),
  /** Reliability of these days, where it is not that of the list. */
  datesStatus: v.optional(v.picklist(CODE_LIST_STATUSES)),
  /** The code of this same list that this one narrows. */
  under: v.optional(v.string()),
  /**
   * Codes of other lists, by the id of the list, that this one can be chosen with. Any code of a list not named here.
   */
  onlyWith: v.optional(v.record(v.string(), v.pipe(v.array(v.string()), v.minLength(1)))),
  /** Set on a reason if the matter is for somebody else to deal with and is handed over to them. */
  handsOver: v.optional(v.boolean()),
  /** Set on somebody who is told of a concern if they are expected to acknowledge it. */
  acknowledges: v.optional(v.boolean()),
  /** Set on an outcome: its act, as in “a reason to accept”. */
  verb: v.optional(v.string()),
  /** Set on an outcome: its words once it has happened, as in “Accepted on 3 March 2026”. Else the label. */
  done: v.optional(v.string()),
});
export type Code = v.InferOutput<typeof Code>;

export const CodeList = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  title: v.string(),
  status: v.picklist(CODE_LIST_STATUSES),
  source: v.string(),
  /** The day on which somebody last checked the list against its source. */
  checkedOn: PlainDate,
  codes: v.array(Code),
});
export type CodeList = v.InferOutput<typeof CodeList> & ListOrigin;

/** Where a list in force is from, if not from what ships. Nothing in a list can say it: the key of its pack does. */
export interface ListOrigin {
  readonly givenBy?: {
    /** The name that the issuer’s key is known by here. */
    readonly issuer: string;
    /** True if the key may call it official. */
    readonly isOfficial: boolean;
  };
  /** Versions of it that were recalled: what was recorded with one keeps its words. */
  readonly recalls?: readonly ListRecall[];
}

export interface ListRecall {
  readonly version: string;
  /** Absent for what ships. */
  readonly issuer?: string;
  readonly recalledOn: PlainDate;
  readonly reason: string;
}

/** Code lists by id. Each stage is handed the lists it needs. */
export type CodeLists = ReadonlyMap<string, CodeList>;

/** Names the list a field draws from. Used as the metadata of a schema, see {@link codeList}. */
export interface CodeListMetadata {
  readonly codeList: string;
}

/**
 * Schema of a field that holds one code of the named list. Checks the shape only. {@link codeInForce} says if the code
 * is in force on a day; it takes the lists as an argument, because lists change while records do not.
 */
export function codeList<const Id extends string>(id: Id) {
  return v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'Select one of the list'),
    v.metadata({ codeList: id } satisfies CodeListMetadata),
  );
}

/** The code's row when it may be used on that day, otherwise undefined. */
export function codeInForce(
  lists: CodeLists,
  listId: string,
  code: string,
  on: PlainDate,
): Code | undefined {
  return codesInForce(lists, listId, on).find((row) => row.code === code);
}

/** The rows of a list that may be used on that day, in the list's own order; none if the list is not given. */
export function codesInForce(lists: CodeLists, listId: string, on: PlainDate): readonly Code[] {
  const list = lists.get(listId);
  if (!list) return [];
  return list.codes.filter(
    ({ from, to }) => (from === undefined || from <= on) && (to === undefined || on <= to),
  );
}

/**
 * True if the row can be chosen together with that code of another list. Also true without a code, or if the row does
 * not limit that list.
 */
export function fitsWith(row: Code, listId: string, code: string | undefined): boolean {
  const allowed = row.onlyWith?.[listId];
  return code === undefined || allowed === undefined || allowed.includes(code);
}

/**
 * The text for a stored code that says what has happened: “Accepted” for “Accept”. Else its label.
 *
 * @param on - the day of the record, as for {@link codeLabel}
 */
export function codeDone(lists: CodeLists, listId: string, code: string, on?: PlainDate): string {
  const row = rowOn(lists, listId, code, on);
  return row?.done ?? row?.label ?? code;
}

/**
 * The text to show for a stored code: its label, or the code itself if the list has no such row.
 *
 * @param on - the day of the record; a code whose words have changed has the words of that day
 */
export function codeLabel(lists: CodeLists, listId: string, code: string, on?: PlainDate): string {
  return rowOn(lists, listId, code, on)?.label ?? code;
}

/**
 * The row of that day. On a day without one, that which began last before it, else the earliest: a row that ends before
 * it begins is never in force, and gives the words from its first day on. Without a day the first in the list.
 */
function rowOn(
  lists: CodeLists,
  listId: string,
  code: string,
  on: PlainDate | undefined,
): Code | undefined {
  const rows = (lists.get(listId)?.codes ?? []).filter((each) => each.code === code);
  if (on === undefined) return rows[0];
  const inForce = rows.find(({ from = on, to = on }) => from <= on && on <= to);
  if (inForce || rows.length < 2) return inForce ?? rows[0];
  const byDay = rows.toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1));
  return byDay.findLast(({ from = on }) => from <= on) ?? byDay[0];
}
