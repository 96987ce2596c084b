/**
 * What goes to whom. The audience of a document decides which of its values are written; everything else is withheld,
 * with the reason. Dated data with a status: a force hands over its own.
 */
import * as v from 'valibot';
import { CODE_LIST_STATUSES } from '../codes/code-list.js';
import { PreventError } from '../shared/errors.js';
import { PlainDate } from '../shared/primitives.js';
import { ALWAYS_AT_HAND } from './case-kind.js';
import shipped from './data/audience.json' with { type: 'json' };

const Text = v.pipe(v.string(), v.minLength(1));
/** Paths of a case file, `referral.narrative`; one that names a thing stands for everything in it. */
const Paths = v.array(v.pipe(v.string(), v.regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/)));

const AudienceRule = v.strictObject({
  /** A code of `export-destination`. */
  audience: Text,
  goes: v.union([v.literal('everything'), Paths]),
  /** Exceptions from what goes. */
  but: v.optional(Paths, []),
});

export const Audiences = v.strictObject({
  id: v.literal('audience'),
  title: Text,
  version: Text,
  status: v.picklist(CODE_LIST_STATUSES),
  source: Text,
  checkedOn: PlainDate,
  audiences: v.array(AudienceRule),
  /** What goes to an audience without a rule of its own, or to nobody in particular. */
  otherwise: Paths,
  /** The first that covers a path is shown for it. */
  reasons: v.array(v.strictObject({ of: Paths, what: Text, why: Text })),
  /** The reason for what no row covers. */
  unnamed: Text,
});
export type Audiences = v.InferOutput<typeof Audiences>;

/** Something on record that the document would have held, and why this audience does not get it. */
export interface Withheld {
  readonly what: string;
  readonly why: string;
}

/** One audience, as a document asks of it. */
export interface AudienceView {
  /** Police and courts, who get what is written for anybody. */
  readonly isFull: boolean;
  /** Whether the value at this path may be written, and with it everything inside. */
  goes(path: string): boolean;
  /** Whether anything at or inside this path may be written. */
  goesInPart(path: string): boolean;
}

/** Everything that the document's own kinds can name. */
export const EVERYTHING: AudienceView = {
  isFull: true,
  goes: () => true,
  goesInPart: () => true,
};

/**
 * The rules that ship, or those handed over in their place.
 *
 * @throws {PreventError} `CP_RECORD_INVALID` when what is handed over is not such rules
 */
export function gatherAudiences(given: unknown = shipped): Audiences {
  const read = v.safeParse(Audiences, given);
  if (read.success) return read.output;
  throw new PreventError('CP_RECORD_INVALID', `Not rules of audiences: ${read.issues[0].message}`);
}

/** @param audience - a code of `export-destination`; without a rule of its own it gets what anybody may have */
export function audienceView(rules: Audiences, audience: string): AudienceView {
  const rule = rules.audiences.find((each) => each.audience === audience);
  const goes = rule?.goes ?? rules.otherwise;
  const but = rule?.but ?? [];
  const isKept = (path: string) => !but.some((each) => isInside(path, each));
  return {
    isFull: goes === 'everything',
    goes: (path) =>
      isAtHand(path) ||
      (isKept(path) &&
        !but.some((each) => isInside(each, path)) &&
        (goes === 'everything' || goes.some((each) => isInside(path, each)))),
    goesInPart: (path) =>
      isAtHand(path) ||
      (isKept(path) &&
        (goes === 'everything' ||
          goes.some((each) => isInside(path, each) || isInside(each, path)))),
  };
}

/** What goes to both: a document that is written for one audience and handed to another. */
export function bothViews(one: AudienceView, other: AudienceView): AudienceView {
  return {
    isFull: one.isFull && other.isFull,
    goes: (path) => one.goes(path) && other.goes(path),
    goesInPart: (path) => one.goesInPart(path) && other.goesInPart(path),
  };
}

/**
 * Those paths in the words of the rules, in their order, each once.
 *
 * @param labelOf - what a path is called that no row covers
 */
export function withheldWords(
  paths: Iterable<string>,
  { reasons, unnamed }: Audiences,
  labelOf: (path: string) => string,
): readonly Withheld[] {
  const rest = new Set(paths);
  const named = reasons.flatMap(({ of, what, why }) => {
    const covered = [...rest].filter((path) => of.some((each) => isInside(path, each)));
    for (const path of covered) rest.delete(path);
    return covered.length > 0 ? [{ what, why }] : [];
  });
  return [...named, ...[...rest].map((path) => ({ what: labelOf(path), why: unnamed }))];
}

function isAtHand(path: string): boolean {
  return ALWAYS_AT_HAND.some((each) => isInside(path, each));
}

/** `referral.narrative` is inside `referral`, and inside itself. */
function isInside(path: string, whole: string): boolean {
  return path === whole || path.startsWith(`${whole}.`);
}
