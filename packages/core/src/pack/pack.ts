/**
 * A definition pack: what a force, a region or the national unit knows, as one signed, dated and versioned file. It is
 * data, and nothing in it can run.
 */
import * as v from 'valibot';
import { ED25519 } from '../store/log/chain.js';
import { Instant, Line, PlainDate } from '../shared/primitives.js';
import { isVersionRange, VERSION } from '../shared/version.js';
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

/** What every definition says of itself. The value is checked by its kind. */
export const DefinitionHead = v.strictObject({
  kind: Line,
  id: Id,
  version: Version,
  title: Line,
  standing: Standing,
  /** The paper, page or person that it comes from. */
  source: Line,
  checkedOn: PlainDate,
  /** First and last civil day on which it is in force; the pack’s own where absent. */
  from: v.exactOptional(PlainDate),
  to: v.exactOptional(PlainDate),
  value: v.unknown(),
});
type DefinitionHead = v.InferOutput<typeof DefinitionHead>;

/** Definitions of the same issuer that are not to be used any longer, and why. */
export const Recall = v.strictObject({
  kind: Line,
  id: Id,
  versions: Range,
  /** A sentence for the officer: it is shown wherever the definition was used. */
  reason: Line,
});
export type Recall = v.InferOutput<typeof Recall>;

export const PackShape = v.strictObject({
  format: v.literal(PACK_FORMAT),
  version: v.literal(PACK_VERSION),
  pack: v.pipe(
    v.strictObject({
    id: Id,
    /** A whole number: a later one of the same issuer and id replaces all of the earlier. */
    version: v.pipe(v.number(), v.integer('Use a whole number'), v.minValue(1, 'Use 1 or more')),
    title: Line,
    madeAt: Instant,
    /** First and last civil day of its definitions; `to` absent: until the next version. */
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
    signingKey: v.pipe(v.string(), v.regex(/^[\w-]{43}$/, 'Not a signing key')),
  }),
  definitions: v.pipe(
    v.array(v.unknown()),
    v.maxLength(MOST_DEFINITIONS, `Give ${MOST_DEFINITIONS} at most`),
  ),
  recalls: v.exactOptional(v.array(Recall)),
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

/** A pack as it was read: signed, of a shape that this release knows, its definitions checked. */
export interface Pack {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly madeAt: Instant;
  readonly from: PlainDate;
  readonly to?: PlainDate;
  readonly issuer: { readonly name: string; readonly signingKey: string };
  readonly definitions: readonly Definition[];
  readonly recalls: readonly Recall[];
}
