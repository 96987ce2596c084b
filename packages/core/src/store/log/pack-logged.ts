/** Acts on definition packs and on the keys that sign them, as the log has them: what is in force, never a record. */
import * as v from 'valibot';
import { ISSUER_RANKS } from '../../shared/issuer-rank.js';
import { Instant, Line } from '../../shared/primitives.js';

const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'Not a digest'));

const Done = {
  /** The officer, the force’s policy, or a backup that the officer restored. */
  by: v.picklist(['officer', 'policy', 'backup']),
  /** Moment of the act; the entry may follow later, if it could not be kept at once. */
  doneAt: Instant,
  /** SHA-256 of the issuer’s public key. */
  fingerprint: Sha256,
  /** Name of the issuer as it was trusted; absent if the key never was, and in entries of earlier releases. */
  issuer: v.exactOptional(Line),
};

const ThePack = {
  ...Done,
  /** SHA-256 of its content. */
  digest: Sha256,
  /** Id and version; absent if its text could no longer be read. */
  id: v.exactOptional(Line),
  /** Absent too in entries of earlier releases. */
  title: v.exactOptional(Line),
  version: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
};

export const PackLogged = v.variant('act', [
  v.strictObject({
    act: v.literal('taken-in'),
    ...ThePack,
    /** Absent if the key was not trusted, as that of a pack in a backup may be. */
    rank: v.exactOptional(v.picklist(ISSUER_RANKS)),
    /** True if it only keeps the words of records, and decides nothing. */
    isHistory: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({
    act: v.literal('set-aside'),
    ...ThePack,
    /** The officer’s words. */
    reason: v.exactOptional(Line),
  }),
  v.strictObject({ act: v.literal('put-back'), ...ThePack }),
  v.strictObject({ act: v.literal('key-trusted'), ...Done, rank: v.picklist(ISSUER_RANKS) }),
  v.strictObject({ act: v.literal('key-distrusted'), ...Done }),
]);
export type PackLogged = v.InferOutput<typeof PackLogged>;
