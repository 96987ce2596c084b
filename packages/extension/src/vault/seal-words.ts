/**
 * Seals the words of a search to an auditor’s public key. Nothing here opens them: the key pair made for each search is
 * forgotten, and only the auditor has the other private key.
 */
import {
  PreventError,
  paddedWords,
  SEALED_WORDS_CONTEXT,
  SEALED_WORDS_MARK,
} from '@cyber-prevent/core';
import { base64url, joinBytes, randomBytes, utf8, wipe } from './bytes.js';

export interface AuditorKey {
  readonly key: CryptoKey;
  /** The uncompressed point. */
  readonly point: Uint8Array<ArrayBuffer>;
}

const P256 = { name: 'ECDH', namedCurve: 'P-256' } as const;
const PEM = /^-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** An SPKI of this curve has 91 bytes. */
const MOST_LETTERS = 400;
const NONCE_BYTES = 12;

/**
 * The auditor's key as the policy writes it: SPKI on the curve P-256, as PEM or as its base64 alone.
 *
 * @throws {PreventError} `CP_POLICY_INVALID` for anything else
 */
export async function readAuditorKey(written: string): Promise<AuditorKey> {
  try {
    const text = written.trim();
    if (text.length > MOST_LETTERS) throw new RangeError('Too long');
    const letters = (PEM.exec(text)?.[1] ?? text).replace(/\s/g, '');
    if (!BASE64.test(letters)) throw new RangeError('Not base64');
    const bytes = Uint8Array.from(atob(letters), (one) => one.charCodeAt(0));
    const key = await crypto.subtle.importKey('spki', bytes, P256, true, []);
    return { key, point: new Uint8Array(await crypto.subtle.exportKey('raw', key)) };
  } catch (cause) {
    throw new PreventError(
      'CP_POLICY_INVALID',
      'Your force’s policy names an auditor’s key that cannot be used, so searches cannot be logged, and nothing is searched for. Tell your administrator.',
      { cause },
    );
  }
}

/** The words, sealed; of one length, whatever they are. */
export async function sealWords(words: string, auditor: AuditorKey): Promise<string> {
  const pair = await crypto.subtle.generateKey(P256, false, ['deriveBits']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const secret = new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'ECDH', public: auditor.key }, pair.privateKey, 256),
  );
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  wipe(secret);
  const info = joinBytes([utf8(`${SEALED_WORDS_CONTEXT}\n`), auditor.point]);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: point, info };
  const aes = { name: 'AES-GCM', length: 256 };
  const key = await crypto.subtle.deriveKey(hkdf, material, aes, false, ['encrypt']);
  const nonce = randomBytes(NONCE_BYTES);
  const padded = paddedWords(words);
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, padded);
  wipe(padded);
  return SEALED_WORDS_MARK + base64url(joinBytes([point, nonce, new Uint8Array(box)]));
}
