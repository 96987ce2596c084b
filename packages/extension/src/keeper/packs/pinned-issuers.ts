/** The issuers whose keys are pinned now: by the fingerprints of the force’s policy, and by the officer. */
import type { Host, PlainDate } from '@cyber-prevent/core';
import { keepIssuers, type PinnedIssuer } from '@cyber-prevent/core/pack';
import type { IssuerByPolicy, PackPolicy } from '../../ports/packs.js';
import type { PacksKept } from './pack-shelf.js';

/** The policy as it is, or as it was last read. */
export interface PolicyNow extends PackPolicy {
  /** Set while it cannot be read. */
  readonly isUnread?: true;
}

export const NO_PACK_POLICY: PackPolicy = { isOnly: false, issuers: [], files: [], recalls: [] };

export interface KeysSeen {
  /** Fingerprints by key. */
  readonly byKey: ReadonlyMap<string, string>;
  readonly keyOf: (fingerprint: string) => string | undefined;
}

/** The keys that packs name, each with its fingerprint: a policy pins a key before anybody here has seen it. */
export async function keysSeen(keys: readonly string[], digest: Host['digest']): Promise<KeysSeen> {
  const byKey = new Map(
    await Promise.all([...new Set(keys)].map(async (key) => [key, await digest(key)] as const)),
  );
  const byFingerprint = new Map([...byKey].map(([key, fingerprint]) => [fingerprint, key]));
  return { byKey, keyOf: (fingerprint) => byFingerprint.get(fingerprint) };
}

/** The issuers of the policy whose keys were seen, pinned as it says. */
function issuersOfPolicy(
  { issuers }: PackPolicy,
  { keyOf }: KeysSeen,
  before: readonly PinnedIssuer[],
  today: PlainDate,
): readonly PinnedIssuer[] {
  return issuers.flatMap((each): readonly PinnedIssuer[] => {
    const signingKey = keyOf(each.fingerprint);
    if (signingKey === undefined) return [];
    const known = before.find((one) => one.signingKey === signingKey);
    return [pinned(each, signingKey, known?.pinnedOn ?? today, keyOf)];
  });
}

function pinned(
  { name, rank, official, succeeds = [], recalledOn }: IssuerByPolicy,
  signingKey: string,
  pinnedOn: PlainDate,
  keyOf: KeysSeen['keyOf'],
): PinnedIssuer {
  const earlier = succeeds.flatMap((fingerprint) => keyOf(fingerprint) ?? []);
  return {
    signingKey,
    name,
    rank,
    pinnedOn,
    ...(official ? { official: official.map(({ kind, ids }) => ({ kind, ids: [...ids] })) } : {}),
    ...(earlier.length > 0 ? { succeeds: earlier } : {}),
    ...(recalledOn === undefined ? {} : { recalledOn }),
  };
}

/**
 * Every issuer ever pinned. Where the policy allows only its own, those of the officer are no longer trusted from
 * today.
 *
 * @param policy - as it was last read while it cannot be read: nobody loses trust then, and nobody gains any by it
 */
export function issuersNow(
  kept: Pick<PacksKept, 'issuers' | 'pins'>,
  policy: PolicyNow,
  seen: KeysSeen,
  today: PlainDate,
): readonly PinnedIssuer[] {
  if (policy.isUnread) {
    const known = new Set(kept.issuers.map(({ signingKey }) => signingKey));
    const added = kept.pins.filter(({ signingKey }) => !known.has(signingKey));
    return policy.isOnly ? kept.issuers : [...kept.issuers, ...added];
  }
  const ofPolicy = issuersOfPolicy(policy, seen, kept.issuers, today);
  return keepIssuers(kept.issuers, [...ofPolicy, ...(policy.isOnly ? [] : kept.pins)], today);
}
