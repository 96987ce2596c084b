/** Ways out that the handling conditions of a capture allow: dated data with a status. A force supplies its own. */
import * as v from 'valibot';
import { CODE_LIST_STATUSES } from '../../codes/code-list.js';
import { PreventError } from '../../shared/errors.js';
import { PlainDate } from '../../shared/primitives.js';
import shipped from '../data/handling-rule.json' with { type: 'json' };

/** The ways out of the record, as the list `way-out` has them. A new one needs a rule in each row, or does not load. */
export const WAYS_OUT = [
  'force',
  'police',
  'colleague',
  'partner',
  'court',
  'subject',
  'other-system',
  'contact',
] as const;
export type WayOut = (typeof WAYS_OUT)[number];

/** From the least strict to the strictest. */
export const HANDLING_ANSWERS = ['allow', 'permission', 'forbid'] as const;
export type HandlingAnswer = (typeof HANDLING_ANSWERS)[number];

const Text = v.pipe(v.string(), v.minLength(1));
const Answer = v.picklist(HANDLING_ANSWERS);

export const HandlingRules = v.strictObject({
  id: v.literal('handling-rule'),
  title: Text,
  version: Text,
  status: v.picklist(CODE_LIST_STATUSES),
  source: Text,
  checkedOn: PlainDate,
  /** A row for each code. `written` is for conditions in words, which nothing but a person can read. */
  conditions: v.array(
    v.strictObject({
      code: Text,
      /** In a few words, for a sentence. */
      says: Text,
      ...(Object.fromEntries(WAYS_OUT.map((way) => [way, Answer])) as Record<
        WayOut,
        typeof Answer
      >),
    }),
  ),
  /** The answer for a code without a row. */
  otherwise: Answer,
  /** The ways whose reader is told the codes and the words. Any other reader is told that there are conditions. */
  showsCodes: v.array(v.picklist(WAYS_OUT)),
});
export type HandlingRules = v.InferOutput<typeof HandlingRules>;

/** The code that stands for conditions in words. */
export const WRITTEN = 'written';

/**
 * The rules that ship, or those supplied in their place.
 *
 * @throws {PreventError} `CP_RECORD_INVALID` when the value handed over is not such rules
 */
export function gatherHandlingRules(given: unknown = shipped): HandlingRules {
  const read = v.safeParse(HandlingRules, given);
  if (read.success) return read.output;
  throw new PreventError('CP_RECORD_INVALID', `Not rules of handling: ${read.issues[0].message}`);
}

/** The stricter of two answers. */
export function stricter(one: HandlingAnswer, other: HandlingAnswer): HandlingAnswer {
  return HANDLING_ANSWERS.indexOf(one) >= HANDLING_ANSWERS.indexOf(other) ? one : other;
}

/** The answer for a code, which is the stricter one if nobody has said. */
export function answerFor(rules: HandlingRules, code: string, way: WayOut): HandlingAnswer {
  return rules.conditions.find((row) => row.code === code)?.[way] ?? rules.otherwise;
}
