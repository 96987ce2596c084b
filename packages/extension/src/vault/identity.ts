/** The officer's own keys: one pair to sign with, one for files to them. Made once, at set-up. */
import { RecordId, type Verify } from '@cyber-prevent/core';
import * as v from 'valibot';
import { Officer } from '../ports/officer.js';
import { type Bytes, base64url, fromBase64url, utf8, wipe } from './bytes.js';
import { isWeakKey } from './weak-key.js';

/** The sealed identity of the officer, without the private halves. Keys are raw public keys, base64url. */
export const Identity = v.strictObject({
  officer: Officer,
  device: RecordId,
  signingKey: v.string(),
  exchangeKey: v.string(),
});
export type Identity = v.InferOutput<typeof Identity>;

export interface PrivateHalves {
  readonly signing: CryptoKey;
  readonly exchange: CryptoKey;
}

export interface NewPair {
  /** Raw public key, base64url. */
  readonly publicKey: string;
  /** PKCS #8, to be sealed; the caller wipes it. */
  readonly privateBytes: Bytes;
}

/** A new pair. It can be exported only here, in order to seal it; the keys used later cannot. */
export async function newPair(use: keyof PrivateHalves): Promise<NewPair> {
  const pair = await crypto.subtle.generateKey(ALGORITHMS[use], true, USES[use]);
  if (!('privateKey' in pair)) throw new TypeError('This browser made no key pair');
  const [publicKey, privateBytes] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ]);
  return {
    publicKey: base64url(new Uint8Array(publicKey)),
    privateBytes: new Uint8Array(privateBytes),
  };
}

/** Imports a private half as non-exportable, and wipes the bytes. */
export async function importPrivate(
  use: keyof PrivateHalves,
  privateBytes: Bytes,
): Promise<CryptoKey> {
  const uses: KeyUsage[] = use === 'signing' ? ['sign'] : ['deriveBits'];
  const key = await crypto.subtle.importKey('pkcs8', privateBytes, ALGORITHMS[use], false, uses);
  wipe(privateBytes);
  return key;
}

/** True if the text is a public key that gives protection, in our canonical encoding. */
export function isSoundKey(use: keyof PrivateHalves, publicKey: string): boolean {
  return PUBLIC_KEY.test(publicKey) && !isWeakKey(use, publicKey);
}

/** @throws {DOMException|RangeError} when the text is not a public key of that kind, or one that gives no protection */
export async function importPublic(
  use: keyof PrivateHalves,
  publicKey: string,
): Promise<CryptoKey> {
  if (!isSoundKey(use, publicKey)) throw new RangeError('Not a key that protects anything');
  const uses: KeyUsage[] = use === 'signing' ? ['verify'] : [];
  return crypto.subtle.importKey('raw', fromBase64url(publicKey), ALGORITHMS[use], true, uses);
}

/** Ed25519 over UTF-8 text, base64url. */
export async function signText(signing: CryptoKey, signed: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.sign('Ed25519', signing, utf8(signed))));
}

/**
 * Checks signatures of the officers with these public signing keys; any other is false.
 *
 * @param signingKeys - by officer's id, base64url
 */
export function verifier(signingKeys: Readonly<Record<string, string>>): Verify {
  const imported = new Map<string, Promise<CryptoKey>>();
  return async (officer, signed, signature) => {
    const publicKey = Object.hasOwn(signingKeys, officer) ? signingKeys[officer] : undefined;
    if (publicKey === undefined || !/^[\w-]+$/.test(signature)) return false;
    const known = imported.get(officer) ?? importPublic('signing', publicKey);
    imported.set(officer, known);
    return crypto.subtle.verify('Ed25519', await known, fromBase64url(signature), utf8(signed));
  };
}

/** 32 bytes in base64url; only two bits of the last letter are used, so only these letters are valid. */
const PUBLIC_KEY = /^[\w-]{42}[AEIMQUYcgkosw048]$/;

const ALGORITHMS = { signing: { name: 'Ed25519' }, exchange: { name: 'X25519' } } as const;
const USES: Readonly<Record<keyof PrivateHalves, KeyUsage[]>> = {
  signing: ['sign', 'verify'],
  exchange: ['deriveBits'],
};
