/**
 * Public keys without protection: points of small order, with which anyone agrees on the same secret or signs anything,
 * and non-canonical encodings of a key. No browser makes one.
 */
import { fromBase64url } from './bytes.js';

const FIELD = 2n ** 255n - 19n;
const SIGN_BIT = 2n ** 255n;

/** Coordinate u of the points of small order on Curve25519 and its twist (RFC 7748, section 6.1). */
const WEAK_EXCHANGE = new Set([
  0n,
  1n,
  FIELD - 1n,
  325606250916557431795983626356110631294008115727848805560023387167927233504n,
  39382357235489614581723060781553021112529911719440698176882885853963445705823n,
]);

/** Coordinate y of the eight points of small order on edwards25519. */
const WEAK_SIGNING = new Set([
  0n,
  1n,
  FIELD - 1n,
  2707385501144840649318225287225658788936804267575313519463743609750303402022n,
  FIELD - 2707385501144840649318225287225658788936804267575313519463743609750303402022n,
]);

/** @param publicKey - 32 bytes, base64url */
export function isWeakKey(use: 'signing' | 'exchange', publicKey: string): boolean {
  const bytes = fromBase64url(publicKey);
  if (bytes.length !== 32) return true;
  const written = bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
  if (use === 'exchange') return written >= FIELD || WEAK_EXCHANGE.has(written);
  // The highest bit is the sign of the other coordinate.
  const y = written % SIGN_BIT;
  return y >= FIELD || WEAK_SIGNING.has(y);
}
