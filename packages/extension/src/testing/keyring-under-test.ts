/** Keys to try a keyring with, and ways to find which key a slot has although none can be exported. */

import type { Keyring } from '../storage/keyring/keyring.js';
import { type Bytes, randomBytes } from '../vault/bytes.js';
import type { MemoryDisk } from './memory-files.js';

export const VAULT = '7a017a01-0000-4000-8000-000000000001';

export function newSlotsKey(): Promise<CryptoKey> {
  const aes = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.generateKey(aes, false, ['encrypt', 'decrypt']);
}

const WORDS = new TextEncoder().encode('sealed under a slot');

export async function sealedUnder(keyring: Keyring, slot: number): Promise<Bytes> {
  const iv = randomBytes(12);
  const key = await keyring.get(slot);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, WORDS);
  return new Uint8Array([...iv, ...new Uint8Array(sealed)]);
}

/** True if the slot has the key that these bytes were sealed under. */
export async function opens(
  keyring: Keyring,
  slot: number,
  sealed: Bytes = new Uint8Array(12),
): Promise<boolean> {
  const parameters = { name: 'AES-GCM', iv: sealed.slice(0, 12) };
  return keyring
    .get(slot)
    .then((key) => crypto.subtle.decrypt(parameters, key, sealed.slice(12)))
    .then(
      () => true,
      () => false,
    );
}

/** The bytes in the first of the two files. */
export function slotBytes(disk: MemoryDisk, slot: number): Buffer {
  return Buffer.from(disk.bytes('keys-a')?.slice(slot * 64, slot * 64 + 64) ?? []);
}
