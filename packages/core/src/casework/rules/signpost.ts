/**
 * Places to go with a matter outside the remit: data with words, a source and a status, so that a force can set its
 * own.
 */
import * as v from 'valibot';
import { CODE_LIST_STATUSES } from '../../codes/code-list.js';
import { PreventError } from '../../shared/errors.js';
import { PlainDate } from '../../shared/primitives.js';
import shipped from '../data/signpost.json' with { type: 'json' };

export const Signpost = v.strictObject({
  /** A code of `decision-reason`. */
  reason: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use a code of decision-reason')),
  to: v.pipe(v.string(), v.minLength(1)),
  /** Whole sentences, as they appear in a reply. */
  words: v.pipe(v.string(), v.minLength(1)),
  status: v.picklist(CODE_LIST_STATUSES),
  source: v.pipe(v.string(), v.minLength(1)),
  /** First and last civil day on which it is given; open where absent. */
  from: v.optional(PlainDate),
  until: v.optional(PlainDate),
});
export type Signpost = v.InferOutput<typeof Signpost>;

/**
 * The signposts that ship and those supplied; for one reason, the later replace the earlier.
 *
 * @throws {PreventError} `CP_RECORD_INVALID` when something handed over is not a signpost
 */
export function gatherSignposts(...added: readonly (readonly unknown[])[]): readonly Signpost[] {
  return [shipped.signposts, ...added].reduce<readonly Signpost[]>((held, each) => {
    const later = each.map(checked);
    const reasons = new Set(later.map(({ reason }) => reason));
    return [...held.filter(({ reason }) => !reasons.has(reason)), ...later];
  }, []);
}

/** The signposts given on a day for the reasons of a decision, in the order of the reasons. */
export function signpostsFor(
  reasonCodes: readonly string[],
  signposts: readonly Signpost[],
  on: PlainDate,
): readonly Signpost[] {
  return reasonCodes.flatMap((code) =>
    signposts.filter(
      ({ reason, from, until }) =>
        reason === code &&
        (from === undefined || from <= on) &&
        (until === undefined || on <= until),
    ),
  );
}

function checked(value: unknown): Signpost {
  const parsed = v.safeParse(Signpost, value);
  if (parsed.success) return parsed.output;
  throw new PreventError('CP_RECORD_INVALID', `Not a signpost: ${parsed.issues[0].message}`);
}
