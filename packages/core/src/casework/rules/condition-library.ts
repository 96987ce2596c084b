/**
 * Conditions that can be advised, each with the evidence that shows it complete: dated data with a status, to which a
 * force adds its own.
 */
import * as v from 'valibot';
import { CODE_LIST_STATUSES } from '../../codes/code-list.js';
import { PreventError } from '../../shared/errors.js';
import { PlainDate } from '../../shared/primitives.js';
import shipped from '../data/condition-library.json' with { type: 'json' };

const Text = v.pipe(v.string(), v.minLength(1));

export const LibraryCondition = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  /** Its name in a list. */
  title: Text,
  words: Text,
  shownBy: Text,
  /** A code of `condition-aim`. */
  aim: Text,
  /** A code of `condition-timing`. */
  timing: Text,
  /** Days usually given, from the day on which it is advised. */
  days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3660)),
  /** Codes of `order-kind` that it can be part of. */
  kinds: v.array(Text),
  /** First and last civil day on which it may be advised; open where absent. */
  from: v.exactOptional(PlainDate),
  to: v.exactOptional(PlainDate),
  status: v.picklist(CODE_LIST_STATUSES),
  source: Text,
  checkedOn: PlainDate,
});
export type LibraryCondition = v.InferOutput<typeof LibraryCondition>;

/**
 * The conditions that ship, with those supplied; of one id, the later wins.
 *
 * @throws {PreventError} `CP_RECORD_INVALID` when something handed over is not such a condition
 */
export function gatherConditions(
  ...added: readonly (readonly unknown[])[]
): readonly LibraryCondition[] {
  const byId = new Map<string, LibraryCondition>();
  for (const each of [...shipped.conditions, ...added.flat()]) {
    const read = v.safeParse(LibraryCondition, each);
    if (!read.success)
      throw new PreventError(
        'CP_RECORD_INVALID',
        `Not a condition of the library: ${read.issues[0].message}`,
      );
    byId.set(read.output.id, read.output);
  }
  return [...byId.values()];
}

/** The conditions that can be part of that kind of caution on that day, in the order of the library. */
export function conditionsFor(
  library: readonly LibraryCondition[],
  kind: string,
  on: PlainDate,
): readonly LibraryCondition[] {
  return library.filter(
    ({ kinds, from = on, to = on }) => kinds.includes(kind) && from <= on && on <= to,
  );
}
