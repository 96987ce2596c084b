/** A host and a signer for tests: time, ids and salts that repeat from run to run; real digests and real signatures. */
import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import * as v from 'valibot';
import type { Host } from '../shared/host.js';
import { Instant, PlainDate, RecordId } from '../shared/primitives.js';
import type { Signer, Verify } from '../store/log/signer.js';
import { nextCount } from './count.js';

export interface TestHost extends Host {
  /** Moves the clock forward; a fraction of a day is allowed. */
  passDays(days: number): void;
}

/**
 * A fixed host. Each look at the clock is one second after the one before. Two hosts of one test file make different
 * ids, so that a store opened again with a fresh host does not meet its own ids; the same file gives the same ids every
 * time.
 *
 * @param options - `at`: first moment of the clock, an instant in UTC
 */
export function testHost(options: { readonly at?: string; readonly seed?: number } = {}): TestHost {
  const hostCount = nextCount('host');
  const next = seededNumbers(options.seed ?? hostCount);
  const hex = (length: number) =>
    Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join('');
  let now = Date.parse(v.parse(Instant, options.at ?? '2026-11-24T09:30:00.000Z'));
  return {
    clock: {
      now() {
        now += 1000;
        return v.parse(Instant, new Date(now).toISOString());
      },
      today: () => v.parse(PlainDate, new Date(now).toISOString().slice(0, 10)),
    },
    random: {
      id: () => v.parse(RecordId, `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`),
      salt: (length) => hex(length * 2),
    },
    digest: async (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    passDays(days) {
      now += days * 86_400_000;
    },
  };
}

export interface TestSigner extends Signer {
  readonly verify: Verify;
}

/** A fictional officer with a fresh Ed25519 key; `verify` knows this officer and no other. */
export function testSigner(
  who: Partial<Pick<Signer, 'team' | 'device' | 'officer'>> = {},
): TestSigner {
  const officer = who.officer ?? v.parse(RecordId, '0ff1ce00-0000-4000-8000-000000000001');
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    team: who.team ?? 'north-test',
    device: who.device ?? v.parse(RecordId, 'de71ce00-0000-4000-8000-000000000001'),
    officer,
    sign: async (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
    verify: async (by, text, signature) =>
      by === officer &&
      verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url')),
  };
}

/** Numbers from 0 up to 1 that follow from the seed: good enough for a test, never for a secret. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
