/** The browser's services for the core, and the officer's signing key, which never leaves the browser. */
import type { Host, Instant, PlainDate, RecordId, Signer, Verify } from '@cyber-prevent/core';
import { META, resultOf, write } from './database.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Needs a secure context, as does all of WebCrypto: https, or this same computer. */
export const host: Host = {
  clock: {
    now: () => new Date().toISOString() as Instant,
    today: () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/London' }) as PlainDate,
  },
  random: {
    id: () => crypto.randomUUID() as RecordId,
    salt: (length) => hex(crypto.getRandomValues(new Uint8Array(length))),
  },
  digest: async (text) => hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text)))),
};

interface Identity {
  readonly device: RecordId;
  readonly officer: RecordId;
  /** The private half cannot be exported, not even by this page. */
  readonly keys: CryptoKeyPair;
}

/** The identity of this device, made at the first visit: a log is only ever continued by the device that began it. */
export async function signerOf(
  database: IDBDatabase,
): Promise<{ readonly signer: Signer; readonly verify: Verify }> {
  const { device, officer, keys } =
    (await storedIdentity(database)) ?? (await makeIdentity(database));
  return {
    signer: {
      team: 'embed-web-example',
      device,
      officer,
      sign: async (text) =>
        base64url(await crypto.subtle.sign('Ed25519', keys.privateKey, bytesOf(text))),
    },
    verify: async (by, text, signature) =>
      by === officer &&
      crypto.subtle.verify('Ed25519', keys.publicKey, fromBase64url(signature), bytesOf(text)),
  };
}

function storedIdentity(database: IDBDatabase): Promise<Identity | undefined> {
  return resultOf(database.transaction(META).objectStore(META).get('identity'));
}

async function makeIdentity(database: IDBDatabase): Promise<Identity> {
  const keys = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  const identity: Identity = {
    device: host.random.id(),
    officer: host.random.id(),
    keys: keys as CryptoKeyPair,
  };
  await write(database, META, (into) => into.add(identity, 'identity'));
  return identity;
}

function base64url(signature: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(signature)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
}
