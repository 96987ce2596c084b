/**
 * The cost of trying a passphrase, with floors that no file can lower: Argon2id, or PBKDF2 if a force's policy requires
 * an algorithm that FIPS 140 names.
 */
import { PreventError } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { Bytes } from './bytes.js';

/** Lower parameters are refused before use, even if a file has them: a lowered cost is an attack. */
const ARGON2ID_FLOOR = { memoryKiB: 65_536, iterations: 3, parallelism: 4 } as const;
const PBKDF2_FLOOR = { iterations: 600_000 } as const;

/** Bounds a parameter above too: a file must not be able to hang the machine. */
const between = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

export const Derivation = v.variant('name', [
  v.strictObject({
    name: v.literal('argon2id'),
    memoryKiB: between(ARGON2ID_FLOOR.memoryKiB, 1_048_576),
    iterations: between(ARGON2ID_FLOOR.iterations, 32),
    parallelism: between(ARGON2ID_FLOOR.parallelism, 16),
  }),
  v.strictObject({
    name: v.literal('pbkdf2-sha-256'),
    iterations: between(PBKDF2_FLOOR.iterations, 10_000_000),
  }),
]);
export type Derivation = v.InferOutput<typeof Derivation>;

export const ARGON2ID: Derivation = { name: 'argon2id', ...ARGON2ID_FLOOR };
export const PBKDF2: Derivation = { name: 'pbkdf2-sha-256', ...PBKDF2_FLOOR };
export const SALT_BYTES = 16;

const ByteArray = v.custom<Bytes>((value) => value instanceof Uint8Array);

export const DeriveRequest = v.strictObject({
  secret: ByteArray,
  salt: v.pipe(ByteArray, v.minLength(SALT_BYTES)),
  derivation: Derivation,
});
export type DeriveRequest = v.InferOutput<typeof DeriveRequest>;

/** Derives 32 bytes from the secret. In the browser it runs in a worker, so that the page continues painting. */
export type Derive = (request: DeriveRequest) => Promise<Bytes>;

/** @throws {PreventError} `CP_VAULT_UNREADABLE` */
export function checkedRequest(request: unknown): DeriveRequest {
  const checked = v.safeParse(DeriveRequest, request);
  if (checked.success) return checked.output;
  throw new PreventError(
    'CP_VAULT_UNREADABLE',
    'The settings that protect the passphrase were altered. Nothing was opened.',
  );
}
