/** Signs a pack, and checks the signature of one. */
import { canonical } from '../shared/canonical.js';
import type { VerifyByKey } from '../store/audit/audit-file-verify.js';
import { PACK_FORMAT, PACK_VERSION, type PackShape, type Recall } from './pack.js';

/** A pack as it is written, before it is signed. Definitions are written as JSON and checked when it is read. */
export type UnsignedPack = Omit<PackShape, 'format' | 'version' | 'signature' | 'recalls'> & {
  readonly recalls?: readonly Recall[];
};

/** Prefix of the signed text, so that no other signature under the key passes for a pack’s. */
const CONTEXT = 'cyber-prevent/1/pack\n';

/**
 * The text of a signed pack.
 *
 * @param sign - Ed25519 over UTF-8 text with the key that the pack names, base64url
 * @throws what `sign` throws
 */
export async function signPack(
  pack: UnsignedPack,
  sign: (text: string) => Promise<string>,
): Promise<string> {
  const unsigned = { format: PACK_FORMAT, version: PACK_VERSION, ...pack };
  const signature = await sign(CONTEXT + canonical(unsigned));
  return `${JSON.stringify({ ...unsigned, signature }, undefined, 1)}\n`;
}

/** True if the signature is valid. A number such as 1e999 has no canonical form, so nobody signed it. */
export async function isSignedPack(
  verify: VerifyByKey,
  signingKey: string,
  unsigned: object,
  signature: string,
): Promise<boolean> {
  try {
    return await verify(signingKey, CONTEXT + canonical(unsigned), signature);
  } catch {
    return false;
  }
}
