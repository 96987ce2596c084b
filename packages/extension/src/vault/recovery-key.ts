/**
 * The recovery key that is printed at set-up: 192 random bits as eight groups of five letters and digits in Crockford's
 * base 32. The last one checks the others, to distinguish a slip of the pen from a wrong key.
 */
import { type Bytes, randomBytes, wipe } from './bytes.js';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY_BYTES = 24;
const DATA_CHARACTERS = 39;
const GROUP = 5;

/** A new key's bytes. The caller wipes them. */
export function newRecoveryKey(): Bytes {
  return randomBytes(KEY_BYTES);
}

/** The printed form, `7K2MQ-…`. */
export function writeRecoveryKey(key: Uint8Array): string {
  const values = toValues(key);
  const characters = [...values, checkOf(values)].map((value) => ALPHABET[value]).join('');
  return characters.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? '';
}

/**
 * Reads a key as a person types it: any case, any spacing, O for 0, I and L for 1.
 *
 * @returns undefined when it is not a key in the form that this toolkit prints
 */
export function readRecoveryKey(typed: string): Bytes | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.,]+/gu, '');
  const values = [...plain.replaceAll('O', '0').replace(/[IL]/g, '1')].map((character) =>
    ALPHABET.indexOf(character),
  );
  const check = values.pop();
  if (values.length !== DATA_CHARACTERS || values.includes(-1) || checkOf(values) !== check)
    return undefined;
  return toBytes(values);
}

/** 24 bytes are 192 bits: 38 characters of five bits and one of two, with its low three bits zero. */
function toValues(key: Uint8Array): number[] {
  const values: number[] = [];
  let [held, bits] = [0, 0];
  for (const byte of key) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) values.push((held >> (bits - 5)) & 31);
    held &= (1 << bits) - 1;
  }
  return [...values, (held << (5 - bits)) & 31];
}

function toBytes(values: readonly number[]): Bytes | undefined {
  const bytes = new Uint8Array(KEY_BYTES);
  let [held, bits, at] = [0, 0, 0];
  for (const value of values) {
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits < 8 || at === KEY_BYTES) continue;
    bits -= 8;
    bytes[at++] = held >> bits;
    held &= (1 << bits) - 1;
  }
  if (held === 0) return bytes;
  wipe(bytes);
  return undefined;
}

/**
 * A polynomial over the field of 32 elements: every single wrong character, and every swap of two neighbours, changes
 * it. Multiplication by x is a shift, minus x⁵ + x² + 1 on overflow.
 */
function checkOf(values: readonly number[]): number {
  let check = 0;
  for (const value of values) check = timesX(check) ^ value;
  return timesX(check);
}

function timesX(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}
