/** Node's services for the core: its clock, its randomness and its hashing; and a key that signs for the officer. */
import { createHash, randomBytes, randomUUID, type webcrypto } from 'node:crypto';
import type { Host, Instant, PlainDate, RecordId, Signer, Verify } from '@cyber-prevent/core';

/** The civil day where the officer is, which around midnight is not the day in UTC. */
const civilDay = (at: Date) => at.toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });

/** The core accesses none of these by itself, so a test can pass a fixed day and repeatable ids. */
export const host: Host = {
  clock: {
    now: () => new Date().toISOString() as Instant,
    today: () => civilDay(new Date()) as PlainDate,
  },
  random: {
    id: () => randomUUID() as RecordId,
    salt: (length) => randomBytes(length).toString('hex'),
  },
  digest: async (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
};

/**
 * A signer with a fresh Ed25519 key. A real tool makes the key once for each officer, keeps the private half for that
 * officer only, and gives the public half to anyone who verifies.
 */
export async function createSigner(): Promise<{ signer: Signer; verify: Verify }> {
  const made = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  const keys = made as webcrypto.CryptoKeyPair;
  const officer = host.random.id();
  const bytes = (text: string) => new TextEncoder().encode(text);
  return {
    signer: {
      team: 'north-test',
      device: host.random.id(),
      officer,
      sign: async (text) => {
        const signature = await crypto.subtle.sign('Ed25519', keys.privateKey, bytes(text));
        return Buffer.from(signature).toString('base64url');
      },
    },
    verify: async (by, text, signature) =>
      by === officer &&
      crypto.subtle.verify(
        'Ed25519',
        keys.publicKey,
        Buffer.from(signature, 'base64url'),
        bytes(text),
      ),
  };
}
