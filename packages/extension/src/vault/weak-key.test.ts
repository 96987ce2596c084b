import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64url } from './bytes.js';
import { importPublic, isSoundKey, newPair } from './identity.js';

const FIELD = 2n ** 255n - 19n;

function written(value: bigint): string {
  const bytes = new Uint8Array(32);
  let left = value;
  for (let at = 0; at < 32; at += 1) {
    bytes[at] = Number(left % 256n);
    left /= 256n;
  }
  return base64url(bytes);
}

/** The published u of the points of small order on Curve25519 and on its twist, and y of those on edwards25519. */
const SMALL = {
  exchange: [
    0n,
    1n,
    325606250916557431795983626356110631294008115727848805560023387167927233504n,
    39382357235489614581723060781553021112529911719440698176882885853963445705823n,
    FIELD - 1n,
  ],
  signing: [
    0n,
    1n,
    2707385501144840649318225287225658788936804267575313519463743609750303402022n,
    55188659117513257062467267217118295137698188065244968500265048394206261417927n,
    FIELD - 1n,
  ],
} as const;
const USES = ['exchange', 'signing'] as const;

it('takes every key that a browser makes', async () => {
  for (const use of USES)
    for (let made = 0; made < 20; made += 1) {
      const { publicKey } = await newPair(use);
      expect(isSoundKey(use, publicKey)).toBe(true);
      await importPublic(use, publicKey);
    }
});

it('takes no point of small order, however it is written', async () => {
  const point = fc.constantFrom(...USES).chain((use) =>
    fc.record({
      use: fc.constant(use),
      value: fc.constantFrom(...SMALL[use]),
      // Another encoding of the same point: beyond the field, or with the bit that a reader may ignore.
      isPastField: fc.boolean(),
      hasHighBit: fc.boolean(),
    }),
  );
  await fc.assert(
    fc.asyncProperty(point, async ({ use, value, isPastField, hasHighBit }) => {
      const past = isPastField && value < 19n ? value + FIELD : value;
      const key = written(hasHighBit ? past + 2n ** 255n : past);
      expect(isSoundKey(use, key)).toBe(false);
      await expect(importPublic(use, key)).rejects.toThrow('protects');
    }),
  );
});

it('takes a key in the one way in which it is written alone', async () => {
  const { publicKey } = await newPair('exchange');
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = letters.indexOf(publicKey.at(-1) ?? '');
  const again = publicKey.slice(0, -1) + letters[last + 1];
  for (const other of [again, publicKey.slice(1), `${publicKey}A`, 'A'.repeat(43), ''])
    expect(isSoundKey('exchange', other)).toBe(false);
});
