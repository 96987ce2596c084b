/**
 * What stands in clear: that a vault of a kind exists, and how slow its passphrase is to try. All else in it is sealed.
 * A header whose parameters are below the floor does not parse, so nothing is ever derived from it.
 */
import { RecordId } from '@cyber-prevent/core';
import * as v from 'valibot';
import { Derivation } from './derivation.js';
import type { SealedPlace } from './seal.js';

/** Bytes in base64url, since `storage.local` holds JSON. */
const Encoded = v.pipe(v.string(), v.regex(/^[\w-]+$/), v.maxLength(100_000));
const Salt = v.pipe(Encoded, v.minLength(22));

export const VAULT_KINDS = ['practice', 'live'] as const;

export const VaultHeader = v.strictObject({
  version: v.literal(1),
  vault: RecordId,
  kind: v.picklist(VAULT_KINDS),
  /** The root, wrapped by the passphrase's key. */
  passphrase: v.strictObject({ derivation: Derivation, salt: Salt, root: Encoded }),
  /** The root, wrapped by the recovery key's key. */
  recovery: v.strictObject({ salt: Salt, root: Encoded }),
  /** Who the officer is and the public halves, sealed under the root; and the two private halves. */
  identity: Encoded,
  signing: Encoded,
  exchange: Encoded,
});
export type VaultHeader = v.InferOutput<typeof VaultHeader>;

/** Where a sealed part of the header belongs. */
export function headerPlace(vault: string, part: keyof VaultHeader): SealedPlace {
  return { vault, table: 'header', device: part, seq: 0, schema: 1, key: 'header/1' };
}
