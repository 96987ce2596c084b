/** A dated list of codes, held as data: next year's code is a new row, not a release. */
import * as v from 'valibot';
import { PlainDate } from '../shared/primitives.js';

/**
 * How far a list can be relied on. `found`: read in a public source. `secondary`: read in a third party's quotation.
 * `recalled`: general knowledge, unchecked. `proposed`: designed for this toolkit. None of them means *official*.
 */
export const CODE_LIST_STATUSES = ['found', 'secondary', 'recalled', 'proposed'] as const;

const Code = v.strictObject({
  /** What is stored: letters, digits and hyphens. */
  code: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/)),
  /** What is shown. */
  label: v.pipe(v.string(), v.minLength(1)),
  hint: v.optional(v.string()),
  /** First and last civil day on which the code may be used; open where absent. */
  from: v.optional(PlainDate),
  to: v.optional(PlainDate),
  /** Codes of this same list that this one narrows. */
  under: v.optional(v.string()),
  /** By the id of another list: the codes of it that this one can be chosen with. Any, where the list is not named. */
  onlyWith: v.optional(v.record(v.string(), v.pipe(v.array(v.string()), v.minLength(1)))),
  /** Of a reason: the matter is for somebody else to deal with, and is handed over to them. */
  handsOver: v.optional(v.boolean()),
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
export type CodeList = v.InferOutput<typeof CodeList>;

/** Code lists by id; what a stage needs is handed to it, never reached for. */
export type CodeLists = ReadonlyMap<string, CodeList>;

/** Names the list a field draws from. Used as the metadata of a schema, see {@link codeList}. */
export interface CodeListMetadata {
  readonly codeList: string;
}

/**
 * Schema of a field that holds one code of the named list. Checks the shape only: whether the code is in force on a
 * day is asked with {@link codeInForce}, with the lists passed in, because lists change while records do not.
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

/** The rows of a list that may be used on that day, in the list's own order; none when the list is not at hand. */
export function codesInForce(lists: CodeLists, listId: string, on: PlainDate): readonly Code[] {
  const list = lists.get(listId);
  if (!list) return [];
  return list.codes.filter(
    ({ from, to }) => (from === undefined || from <= on) && (to === undefined || on <= to),
  );
}

/** Whether the row can be chosen together with that code of another list. Without a code, or without a word on it: yes. */
export function fitsWith(row: Code, listId: string, code: string | undefined): boolean {
  const allowed = row.onlyWith?.[listId];
  return code === undefined || allowed === undefined || allowed.includes(code);
}

/** What to show for a stored code, whatever the day: its label, or the code itself when the list has no such row. */
export function codeLabel(lists: CodeLists, listId: string, code: string): string {
  return lists.get(listId)?.codes.find((row) => row.code === code)?.label ?? code;
}
