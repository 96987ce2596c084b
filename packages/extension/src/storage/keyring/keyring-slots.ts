/** The layout of a slot of the keyring: state, purpose, nonce, sealed key, and zeros up to 64 bytes. */
import { canonical } from '@cyber-prevent/core';
import { type Bytes, randomBytes, utf8, wipe } from '../../vault/bytes.js';

/** The purpose of a key: batches of a segment, pages of heads, unfinished work, one blob. */
const PURPOSE_CODES = { batches: 1, pages: 2, work: 3, blob: 4 } as const;
export type KeyPurpose = keyof typeof PURPOSE_CODES;
const PURPOSES = new Map<number, KeyPurpose>(
  Object.entries(PURPOSE_CODES).map(([purpose, code]) => [code, purpose as KeyPurpose]),
);

export const SLOT_BYTES = 64;
const KEY_BYTES = 32;
const NONCE_AT = 2;
const SEALED_AT = 14;
const SEALED_END = SEALED_AT + KEY_BYTES + 16;

const STATE = { unused: 0, held: 1, destroyed: 2 } as const;

/** `lost` when the bytes are not a slot: damaged, or half destroyed. */
export type SlotState = 'unused' | 'held' | 'destroyed' | 'lost';

/** The state of a slot, from its 64 bytes in a file or in memory. */
export function stateOf(slot: Uint8Array): SlotState {
  switch (slot[0]) {
    case STATE.unused:
      return isZero(slot, 1) ? 'unused' : 'lost';
    case STATE.destroyed:
      return isZero(slot, 1) ? 'destroyed' : 'lost';
    case STATE.held:
      return purposeOf(slot) !== undefined && isZero(slot, SEALED_END) ? 'held' : 'lost';
    default:
      return 'lost';
  }
}

export function purposeOf(slot: Uint8Array): KeyPurpose | undefined {
  return PURPOSES.get(slot[1] ?? 0);
}

export function destroyedSlot(): Bytes {
  const slot = new Uint8Array(SLOT_BYTES);
  slot[0] = STATE.destroyed;
  return slot;
}

/** The place that a key belongs to; all of it is authenticated. */
export interface SlotPlace {
  readonly vault: string;
  readonly slot: number;
  readonly purpose: KeyPurpose;
}

/** A new random key: in a slot's bytes, and as a non-exportable key. */
export async function newSlot(
  slotsKey: CryptoKey,
  place: SlotPlace,
): Promise<{ readonly bytes: Bytes; readonly key: CryptoKey }> {
  const raw = randomBytes(KEY_BYTES);
  const nonce = randomBytes(SEALED_AT - NONCE_AT);
  const [sealed, key] = await Promise.all([
    crypto.subtle.encrypt(parameters(nonce, place), slotsKey, raw),
    imported(raw),
  ]);
  wipe(raw);
  const bytes = new Uint8Array(SLOT_BYTES);
  bytes[0] = STATE.held;
  bytes[1] = PURPOSE_CODES[place.purpose];
  bytes.set(nonce, NONCE_AT);
  bytes.set(new Uint8Array(sealed), SEALED_AT);
  return { bytes, key };
}

/** @throws when the bytes are not from this place, or not under this key */
export async function keyIn(
  slotsKey: CryptoKey,
  place: SlotPlace,
  slot: Uint8Array,
): Promise<CryptoKey> {
  const nonce = slot.slice(NONCE_AT, SEALED_AT);
  const sealed = slot.slice(SEALED_AT, SEALED_END);
  const raw = new Uint8Array(
    await crypto.subtle.decrypt(parameters(nonce, place), slotsKey, sealed),
  );
  const key = await imported(raw);
  wipe(raw);
  return key;
}

function imported(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function parameters(iv: Bytes, { vault, slot, purpose }: SlotPlace): AesGcmParams {
  return {
    name: 'AES-GCM',
    iv,
    additionalData: utf8(canonical({ v: 1, vault, table: 'keys', slot, purpose })),
  };
}

function isZero(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < bytes.length; at += 1) if (bytes[at] !== 0) return false;
  return true;
}
