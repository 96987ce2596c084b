/**
 * Decides which values of a document each audience receives; all others are withheld, with the reason. Dated data with
 * a status: a force supplies its own.
 */
import * as v from 'valibot';
import { CODE_LIST_STATUSES } from '../codes/code-list.js';
import { PreventError } from '../shared/errors.js';
import { PlainDate } from '../shared/primitives.js';
import { ALWAYS_AT_HAND } from './case-kind.js';
import shipped from './data/audience.json' with { type: 'json' };

const Text = v.pipe(v.string(), v.minLength(1));
/** Paths of a case file, `referral.narrative`; the path of a thing covers everything in it. */
const Paths = v.array(v.pipe(v.string(), v.regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/)));

const AudienceRule = v.strictObject({
  /** A code of `export-destination`. */
  audience: Text,
  goes: v.union([v.literal('everything'), Paths]),
  /** Exceptions from `goes`. */
  but: v.optional(Paths, []),
  /**
   * Exceptions from `goes` until an officer has read the words and confirmed them for the document: what somebody wrote
   * can name a person who is withheld, or repeat what the referral says.
   */
  onceConfirmed: v.optional(Paths, []),
  /**
   * True if the document lists what is on record and not in it. To others even the kind of a record can be telling: they
   * read only that there is more. Without effect for a reader who does not get everything. Intelligence is never listed,
   * see `mayBeNamed`.
   */
  isToldWhatIsLeftOut: v.optional(v.boolean(), false),
});

export const Audiences = v.strictObject({
  id: v.literal('audience'),
  title: Text,
  version: Text,
  status: v.picklist(CODE_LIST_STATUSES),
  source: Text,
  checkedOn: PlainDate,
  audiences: v.array(AudienceRule),
  /** Values for an audience without a rule, or for nobody in particular. */
  otherwise: Paths,
  /** The first row that covers a path is shown for it. */
  reasons: v.array(v.strictObject({ of: Paths, what: Text, why: Text })),
  /** The reason for a path that no row covers. */
  unnamed: Text,
});
export type Audiences = v.InferOutput<typeof Audiences>;

/** A stored value left out of the document, and the reason this audience does not get it. */
export interface Withheld {
  readonly what: string;
  readonly why: string;
}

/** One audience, as a document asks about it. */
export interface AudienceView {
  /** Police and courts, who get everything written for anybody. */
  readonly isFull: boolean;
  /** True if the document lists what is on record and not in it. */
  readonly isToldWhatIsLeftOut: boolean;
  /** True if the value at this path, and everything inside it, may be written. */
  goes(path: string): boolean;
  /** True if anything at or inside this path may be written. */
  goesInPart(path: string): boolean;
  /** True if the value at this path may be written once an officer has confirmed its words. */
  goesOnceConfirmed(path: string): boolean;
}

/** Everything in the document's own kinds. */
export const EVERYTHING: AudienceView = {
  isFull: true,
  isToldWhatIsLeftOut: true,
  goes: () => true,
  goesInPart: () => true,
  goesOnceConfirmed: () => false,
};

/**
 * The rules that ship, or those supplied in their place.
 *
 * @throws {PreventError} `CP_RECORD_INVALID` when the value handed over is not such rules
 */
export function gatherAudiences(given: unknown = shipped): Audiences {
  const read = v.safeParse(Audiences, given);
  if (read.success) return read.output;
  throw new PreventError('CP_RECORD_INVALID', `Not rules of audiences: ${read.issues[0].message}`);
}

/** @param audience - a code of `export-destination`; without its own rule it gets the values allowed for anybody */
export function audienceView(rules: Audiences, audience: string): AudienceView {
  const rule = rules.audiences.find((each) => each.audience === audience);
  const goes = rule?.goes ?? rules.otherwise;
  const asked = rule?.onceConfirmed ?? [];
  const never = rule?.but ?? [];
  const but = [...never, ...asked];
  const isKept = (path: string) => !but.some((each) => isInside(path, each));
  const isNever = (path: string) =>
    never.some((each) => isInside(path, each) || isInside(each, path));
  return {
    isFull: goes === 'everything',
    isToldWhatIsLeftOut: rule?.isToldWhatIsLeftOut ?? false,
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
    goesOnceConfirmed: (path) =>
      asked.some((each) => isInside(path, each)) &&
      !isNever(path) &&
      (goes === 'everything' || goes.some((each) => isInside(path, each))),
  };
}

/** The values that both may have: a document written for one audience and handed to another. */
export function bothViews(one: AudienceView, other: AudienceView): AudienceView {
  return {
    isFull: one.isFull && other.isFull,
    isToldWhatIsLeftOut: one.isToldWhatIsLeftOut && other.isToldWhatIsLeftOut,
    goes: (path) => one.goes(path) && other.goes(path),
    goesInPart: (path) => one.goesInPart(path) && other.goesInPart(path),
    goesOnceConfirmed: (path) =>
      (one.goesOnceConfirmed(path) && (other.goes(path) || other.goesOnceConfirmed(path))) ||
      (other.goesOnceConfirmed(path) && one.goes(path)),
  };
}

/**
 * The words of the rules for these paths, in the order of the rules, each once.
 *
 * @param labelOf - the name of a path that no row covers
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
