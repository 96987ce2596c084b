/** Ids and salts that follow from a seed, so that the same seed gives the same records. Never for a secret. */
import { type Random, RecordId } from '@cyber-prevent/core';
import * as v from 'valibot';

export function seededRandom(seed: string): Random {
  const next = numbersOf(seed);
  const hex = (length: number): string =>
    Array.from({ length: Math.ceil(length / 8) }, () => next().toString(16).padStart(8, '0'))
      .join('')
      .slice(0, length);
  return {
    id: () => v.parse(RecordId, `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`),
    salt: (length) => hex(length * 2),
  };
}

/** Whole numbers of 32 bits, from a state of 128: two seeds do not meet in an id. */
function numbersOf(seed: string): () => number {
  let [a, b, c, d] = [1, 2, 3, 4].map((salt) => mixedOf(`${salt} ${seed}`)) as State;
  return () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
}

type State = [number, number, number, number];

function mixedOf(text: string): number {
  let mixed = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return mixed ^ (mixed >>> 15);
}
