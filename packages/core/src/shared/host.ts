/**
 * The host's services to the core: time, randomness and hashing. They are passed in as arguments, so that the same
 * function runs in a panel, in Node and in a test, and a test can fix all three.
 */
import type { Instant, PlainDate, RecordId } from './primitives.js';

/** Gives the time. `today` is the civil day where the officer is. */
export interface Clock {
  now(): Instant;
  today(): PlainDate;
}

/** Makes values that must be unguessable. */
export interface Random {
  id(): RecordId;
  /** `length` random bytes, hexadecimal. */
  salt(length: number): string;
}

/** SHA-256 of UTF-8 text, hexadecimal, lower case. */
export type Digest = (text: string) => Promise<string>;

/** The three together: most stages that make a record need them. */
export interface Host {
  readonly clock: Clock;
  readonly random: Random;
  readonly digest: Digest;
}
