/**
 * A definition pack: what a force, a region or the national unit knows, as one signed, dated and versioned file. It is
 * data, and nothing in it can run.
 */
import * as v from 'valibot';
import { Instant, Line, PlainDate } from '../shared/primitives.js';
import { isVersionRange, VERSION } from '../shared/version.js';
import { PublicKey } from '../store/audit/audit-file.js';
import { ED25519 } from '../store/log/chain.js';
import type { DefinitionKindName, DefinitionValue } from './definition-kinds.js';
import { Standing } from './standing.js';

export const PACK_FORMAT = 'cyber-prevent/pack';
export const PACK_VERSION = 1;
/** Largest pack, in UTF-16 code units: 4 Mi. A force’s own has some hundred thousand. */
export const LARGEST_PACK = 4 * 1024 * 1024;
const MOST_DEFINITIONS = 500;

const Id = v.pipe(
  v.string(),
  v.maxLength(100),
  v.regex(/^(@?[a-z0-9-]+\/)?[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens'),
);
const Version = v.pipe(v.string(), v.regex(VERSION, 'Use a version like 1.0.0'));
const Range = v.pipe(
  v.string(),
  v.maxLength(200),
  v.check(isVersionRange, 'Write versions like <1.3 or >=1.2 <1.4, or * for all'),
);

/** The head of every definition. The value is checked by its kind. */
export const DefinitionHead = v.strictObject({
  kind: Line,
  id: Id,
  version: Version,
  title: Line,
  standing: Standing,
  /** The paper, page or person that it comes from. */
  source: Line,
  checkedOn: PlainDate,
  /** First and last civil day on which it is in force, within the days of the pack. */
  from: v.exactOptional(PlainDate),
  to: v.exactOptional(PlainDate),
  value: v.unknown(),
});
type DefinitionHead = v.InferOutput<typeof DefinitionHead>;

/** Definitions of the same issuer that are no longer to be used, and why. */
export const Recall = v.strictObject({
  kind: Line,
  id: Id,
  versions: Range,
  /** A sentence for the officer: it is shown wherever the definition was used. */
  reason: Line,
});
export type Recall = v.InferOutput<typeof Recall>;

/** A recall by policy, with its first day. */
export const PolicyRecall = v.strictObject({ ...Recall.entries, recalledOn: PlainDate });
export type PolicyRecall = v.InferOutput<typeof PolicyRecall>;

export const PackShape = v.strictObject({
  format: v.literal(PACK_FORMAT),
  version: v.literal(PACK_VERSION),
  pack: v.pipe(
    v.strictObject({
      id: Id,
      /** A whole number: a later one of the same issuer and id replaces all of the earlier. */
      version: v.pipe(
        v.number(),
        v.safeInteger('Use a whole number'),
        v.minValue(1, 'Use 1 or more'),
      ),
      title: Line,
      madeAt: Instant,
      /**
       * First and last civil day of its definitions; `to` absent: until the next version. It acts on no day before the one
       * on which it was made.
       */
      from: PlainDate,
      to: v.exactOptional(PlainDate),
      /** The releases of the toolkit that can use it. */
      needs: v.exactOptional(Range),
    }),
    v.check(({ from, to }) => to === undefined || from <= to, 'It ends before it begins'),
  ),
  issuer: v.strictObject({
    /** Its own claim: only the key is proved. */
    name: Line,
    signingKey: PublicKey,
  }),
  definitions: v.pipe(
    v.array(v.unknown()),
    v.maxLength(MOST_DEFINITIONS, `Give ${MOST_DEFINITIONS} at most`),
  ),
  recalls: v.exactOptional(
    v.pipe(v.array(v.unknown()), v.maxLength(MOST_DEFINITIONS, `Give ${MOST_DEFINITIONS} at most`)),
  ),
  signature: v.pipe(v.string(), v.regex(ED25519, 'Not a signature')),
});
export type PackShape = v.InferOutput<typeof PackShape>;

/** A definition whose value was checked by its kind. */
export type Definition<K extends DefinitionKindName = DefinitionKindName> = {
  readonly [Each in K]: Omit<DefinitionHead, 'kind' | 'value'> & {
    readonly kind: Each;
    readonly value: DefinitionValue<Each>;
  };
}[K];

/** The kind and id of a definition, as a pack names them. */
export interface DefinitionName {
  readonly kind: string;
  readonly id: string;
}

/** A pack as it was read: signed, of a shape that this release knows, its definitions checked. */
export interface Pack {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly madeAt: Instant;
  readonly from: PlainDate;
  readonly to?: PlainDate;
  readonly needs?: string;
  readonly issuer: { readonly name: string; readonly signingKey: string };
  /** Digest of its content: two packs of one version may differ. */
  readonly digest: string;
  readonly definitions: readonly Definition[];
  /** Definitions that were left out: those of the version before stay in force. */
  readonly refused: readonly DefinitionName[];
  readonly recalls: readonly Recall[];
}

/** A pack that was taken in. */
export interface HeldPack extends Pack {
  /** The civil day on which it was taken in here: it acts on no day before. */
  readonly takenInOn: PlainDate;
  /** Set if it had ended or been replaced by then: it keeps the words of records made with it, and decides nothing. */
  readonly isHistory?: true;
}
