/** A real key for the services in memory, so that a test can check a view's signed output. */
import { RecordId, type Signer } from '@cyber-prevent/core';
import * as v from 'valibot';

export interface MemorySigner extends Signer {
  /** Raw public key, base64url. */
  readonly signingKey: string;
}

export async function memorySigner(officer: RecordId): Promise<MemorySigner> {
  const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new TypeError('No key pair was made');
  const { privateKey, publicKey } = pair;
  return {
    team: 'practice',
    device: v.parse(RecordId, 'de71ce00-0000-4000-8000-000000000001'),
    officer,
    signingKey: base64url(await crypto.subtle.exportKey('raw', publicKey)),
    sign: async (text) =>
      base64url(await crypto.subtle.sign('Ed25519', privateKey, new TextEncoder().encode(text))),
  };
}

function base64url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
