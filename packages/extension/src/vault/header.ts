/**
 * The header in clear: that a vault of a kind exists, and the cost of trying its passphrase. Everything else in it is
 * sealed. A header with parameters below the floor does not parse, so nothing is ever derived from it.
 */
import { RecordId } from '@cyber-prevent/core';
import * as v from 'valibot';
import { VAULT_KINDS } from '../ports/vault-terms.js';
import { Derivation } from './derivation.js';
import type { SealedPlace } from './seal.js';

/** Bytes in base64url, since `storage.local` stores JSON. */
const Encoded = v.pipe(v.string(), v.regex(/^[\w-]+$/), v.maxLength(100_000));
const Salt = v.pipe(Encoded, v.minLength(22));

export const VaultHeader = v.strictObject({
  version: v.literal(1),
  vault: RecordId,
  kind: v.picklist(VAULT_KINDS),
  /**
   * Number of changes of a secret, or of the officer's policy document. It cannot be altered: `identity` opens only
   * with the number it was sealed for.
   */
  changed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
  /** The root, wrapped by the passphrase's key. */
  passphrase: v.strictObject({ derivation: Derivation, salt: Salt, root: Encoded }),
  /** The root, wrapped by the recovery key's key. */
  recovery: v.strictObject({ salt: Salt, root: Encoded }),
  /**
   * The officer's identity, the public halves, and the digest of the two wraps above, sealed under the root; then the
   * two private halves.
   */
  identity: Encoded,
  signing: Encoded,
  exchange: Encoded,
});
export type VaultHeader = v.InferOutput<typeof VaultHeader>;

/** The place of a sealed part of the header. @param changed - for `identity`, the number in the header */
export function headerPlace(vault: string, part: keyof VaultHeader, changed = 0): SealedPlace {
  return { vault, table: 'header', device: part, seq: changed, schema: 1, key: 'header/1' };
}
