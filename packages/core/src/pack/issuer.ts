/** Issuers whose key this vault or its force’s policy has pinned. A pack cannot raise its own rank. */
import * as v from 'valibot';
import { Line, PlainDate } from '../shared/primitives.js';

/**
 * Ranks of an issuer, weakest first. A force knows its own work better than its region, and nobody replaces what the
 * national unit has issued. An officer’s own pack adds to the rest and displaces only what ships.
 */
export const ISSUER_RANKS = ['officer', 'region', 'force', 'national'] as const;
export type IssuerRank = (typeof ISSUER_RANKS)[number];

export const PinnedIssuer = v.strictObject({
  /** Ed25519 public key, 32 bytes, base64url. */
  signingKey: v.pipe(v.string(), v.regex(/^[\w-]{43}$/, 'Not a signing key')),
  name: Line,
  rank: v.picklist(ISSUER_RANKS, `Use one of ${ISSUER_RANKS.join(', ')}`),
  /** The kinds of definition that this body may call official, each with the ids; `*` for every id. */
  official: v.exactOptional(
    v.array(v.strictObject({ kind: Line, ids: v.pipe(v.array(Line), v.minLength(1)) })),
  ),
  pinnedOn: PlainDate,
  /** Set once the key is no longer trusted: its packs are not taken in, and what was taken in before is recalled. */
  recalledOn: v.exactOptional(PlainDate),
});
export type PinnedIssuer = v.InferOutput<typeof PinnedIssuer>;

export function issuerByKey(
  issuers: readonly PinnedIssuer[],
  signingKey: string,
): PinnedIssuer | undefined {
  return issuers.find((each) => each.signingKey === signingKey);
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
