/** Issuers whose key this vault or its force’s policy has pinned. A pack cannot raise its own rank. */
import * as v from 'valibot';
import { ISSUER_RANKS, type IssuerRank } from '../shared/issuer-rank.js';
import { Line, PlainDate } from '../shared/primitives.js';
import { PublicKey } from '../store/audit/audit-file.js';

export const PinnedIssuer = v.strictObject({
  /** Ed25519 public key in its only spelling. */
  signingKey: PublicKey,
  name: Line,
  rank: v.picklist(ISSUER_RANKS, `Use one of ${ISSUER_RANKS.join(', ')}`),
  /** The kinds of definition that this body may call official, each with the ids; `*` for every id. */
  official: v.exactOptional(
    v.array(v.strictObject({ kind: Line, ids: v.pipe(v.array(Line), v.minLength(1)) })),
  ),
  pinnedOn: PlainDate,
  /**
   * Earlier keys of the same issuer, once their fingerprints were compared: what this key signs is later than all of
   * theirs, so that its packs replace theirs and can recall them. A key of a higher rank cannot be succeeded, and
   * nothing in a pack can claim it.
   */
  succeeds: v.exactOptional(v.pipe(v.array(PublicKey), v.minLength(1))),
  /**
   * Set once the key is no longer trusted: none of its packs is taken in, and all of its definitions are recalled from
   * that day.
   */
  recalledOn: v.exactOptional(PlainDate),
});
export type PinnedIssuer = v.InferOutput<typeof PinnedIssuer>;

/**
 * The pinned issuer of a key. If the vault and the policy have both pinned it, the stricter of each: the weaker rank,
 * what both let it call official, the earlier day on which it was recalled, every key that it succeeds by either.
 */
export function issuerByKey(
  issuers: readonly PinnedIssuer[],
  signingKey: string,
): PinnedIssuer | undefined {
  const [first, ...others] = issuers.filter((each) => each.signingKey === signingKey);
  return first && others.reduce(stricter, first);
}

function stricter(one: PinnedIssuer, other: PinnedIssuer): PinnedIssuer {
  const {
    official: _,
    recalledOn: __,
    succeeds: ___,
    ...weaker
  } = rankOrder(other.rank) < rankOrder(one.rank) ? other : one;
  const succeeds = [...new Set([...(one.succeeds ?? []), ...(other.succeeds ?? [])])].sort();
  const [recalledOn] = [one.recalledOn, other.recalledOn].filter((on) => on !== undefined).sort();
  return {
    ...weaker,
    official: [...sharedOfficial(one, other), ...sharedOfficial(other, one)],
    ...(succeeds.length === 0 ? {} : { succeeds }),
    ...(recalledOn === undefined ? {} : { recalledOn }),
  };
}

/** The pinned issuers by their keys, as {@link issuerByKey} gives each. */
export function issuersByKey(issuers: readonly PinnedIssuer[]): ReadonlyMap<string, PinnedIssuer> {
  const byKey = new Map<string, PinnedIssuer>();
  for (const each of issuers) {
    const held = byKey.get(each.signingKey);
    byKey.set(each.signingKey, held ? stricter(held, each) : each);
  }
  return byKey;
}

/**
 * The issuers that are pinned now, and those that were pinned before and are no longer: they are trusted no more from
 * today, and kept, because their rank decides on the words of what was recorded until then.
 */
export function keepIssuers(
  before: readonly PinnedIssuer[],
  now: readonly PinnedIssuer[],
  today: PlainDate,
): readonly PinnedIssuer[] {
  const pinned = new Set(now.map(({ signingKey }) => signingKey));
  const dropped = before.filter(({ signingKey }) => !pinned.has(signingKey));
  const recalledOn = (on = today) => (on < today ? on : today);
  return [...now, ...dropped.map((each) => ({ ...each, recalledOn: recalledOn(each.recalledOn) }))];
}

/** Definitions that the first may call official and the second as well. */
function sharedOfficial(one: PinnedIssuer, other: PinnedIssuer) {
  return (one.official ?? []).flatMap(({ kind, ids }) => {
    const both = ids.filter((id) => mayBeOfficial(other, { kind, id }));
    return both.length > 0 ? [{ kind, ids: both }] : [];
  });
}

/** True if the issuer may call that definition official. */
export function mayBeOfficial(
  issuer: PinnedIssuer | undefined,
  { kind, id }: { readonly kind: string; readonly id: string },
): boolean {
  return (issuer?.official ?? []).some(
    (each) => each.kind === kind && (each.ids.includes('*') || each.ids.includes(id)),
  );
}

/** Place of a rank in the order of precedence; the higher displaces the lower. */
export function rankOrder(rank: IssuerRank): number {
  return ISSUER_RANKS.indexOf(rank);
}
