/** How slow a passphrase is made to try: Argon2id, with floors that no file can lower. */
import { PreventError } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { Bytes } from './bytes.js';

/** Parameters below these are refused unread, whatever a file says: a lowered cost is an attack. */
export const DERIVATION_FLOOR = { memoryKiB: 65_536, iterations: 3, parallelism: 4 } as const;
/** And above these: a file must not be able to hang the machine. */
const CEILING = { memoryKiB: 1_048_576, iterations: 32, parallelism: 16 } as const;

const between = (name: keyof typeof CEILING) =>
  v.pipe(v.number(), v.integer(), v.minValue(DERIVATION_FLOOR[name]), v.maxValue(CEILING[name]));

export const Derivation = v.strictObject({
  name: v.literal('argon2id'),
  memoryKiB: between('memoryKiB'),
  iterations: between('iterations'),
  parallelism: between('parallelism'),
});
export type Derivation = v.InferOutput<typeof Derivation>;

export const DERIVATION: Derivation = { name: 'argon2id', ...DERIVATION_FLOOR };
export const SALT_BYTES = 16;

const ByteArray = v.custom<Bytes>((value) => value instanceof Uint8Array);

export const DeriveRequest = v.strictObject({
  secret: ByteArray,
  salt: v.pipe(ByteArray, v.minLength(SALT_BYTES)),
  derivation: Derivation,
});
export type DeriveRequest = v.InferOutput<typeof DeriveRequest>;

/** 32 bytes from the secret. In the browser it runs in a worker, so that the page goes on painting. */
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
