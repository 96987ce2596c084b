/**
 * The keys of a vault. One random root; it is wrapped separately by the passphrase and by the recovery key, so that
 * either opens it and either can be changed without sealing anything again. The sealing keys are derived from the root,
 * one per purpose.
 */
import { type Bytes, randomBytes, utf8, wipe } from './bytes.js';
import { checkedRequest, type Derivation, type Derive } from './derivation.js';
import { passphraseBytes } from './passphrase.js';

const ROOT_BYTES = 32;

/** None of these can be exported, here or by any receiver. */
export interface PurposeKeys {
  readonly batches: CryptoKey;
  readonly mark: CryptoKey;
  readonly work: CryptoKey;
  /** Seals the keyring: the random keys that records are sealed under. */
  readonly slots: CryptoKey;
  /** HMAC: turns the name of a piece of work into one that reveals nothing. */
  readonly workNames: CryptoKey;
  /** HMAC: turns the digest of an attachment into a name that reveals nothing about its content. */
  readonly blobNames: CryptoKey;
  /** HMAC: turns the words of a search into a digest that nobody can guess without the key. */
  readonly searches: CryptoKey;
  readonly identity: CryptoKey;
  /** HKDF: the key of each backup file is derived from it. */
  readonly backup: CryptoKey;
}

/** The caller wipes it. */
export function newRoot(): Bytes {
  return randomBytes(ROOT_BYTES);
}

/**
 * The key that wraps the root for the holder of the passphrase.
 *
 * @throws {PreventError} `CP_VAULT_UNREADABLE` when the parameters are below the floor; nothing is derived
 */
export async function passphraseKey(
  passphrase: string,
  salt: Bytes,
  derivation: Derivation,
  derive: Derive,
): Promise<CryptoKey> {
  const secret = passphraseBytes(passphrase);
  try {
    return await importAndWipe(await derive(checkedRequest({ secret, salt, derivation })));
  } finally {
    wipe(secret);
  }
}

/** The key that wraps the root for the holder of the printed key. 192 random bits need no slow derivation. */
export async function recoveryKeyKey(recoveryKey: Bytes, salt: Bytes): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', recoveryKey, 'HKDF', false, ['deriveKey']);
  return derived(material, salt, 'recovery');
}

/** Derives the purpose keys; `root` may be wiped afterwards. */
export async function purposeKeys(root: Bytes, vault: string): Promise<PurposeKeys> {
  const material = await crypto.subtle.importKey('raw', root, 'HKDF', false, ['deriveKey']);
  const salt = utf8(vault);
  const [batches, mark, work, slots, identity, workNames, blobNames, searches, backup] =
    await Promise.all([
      derived(material, salt, 'batches'),
      derived(material, salt, 'mark'),
      derived(material, salt, 'work'),
      derived(material, salt, 'slots'),
      derived(material, salt, 'identity'),
      namer(material, salt, 'work-names'),
      namer(material, salt, 'blob-names'),
      namer(material, salt, 'searches'),
      source(root, salt, 'backup'),
    ]);
  return { batches, mark, work, slots, identity, workNames, blobNames, searches, backup };
}

function derived(material: CryptoKey, salt: Bytes, purpose: string): Promise<CryptoKey> {
  const aes = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(hkdf(salt, purpose), material, aes, false, ['encrypt', 'decrypt']);
}

function namer(material: CryptoKey, salt: Bytes, purpose: string): Promise<CryptoKey> {
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  return crypto.subtle.deriveKey(hkdf(salt, purpose), material, hmac, false, ['sign']);
}

/** A key from which other keys are derived. */
async function source(root: Bytes, salt: Bytes, purpose: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', root, 'HKDF', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(hkdf(salt, purpose), material, 256);
  const raw = new Uint8Array(bits);
  const key = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey']);
  wipe(raw);
  return key;
}

function hkdf(salt: Bytes, purpose: string): HkdfParams {
  return { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(`cyber-prevent/1/${purpose}`) };
}

async function importAndWipe(raw: Bytes): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  wipe(raw);
  return key;
}
