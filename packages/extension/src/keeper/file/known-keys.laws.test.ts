import { RecordId } from '@cyber-prevent/core';
import fc from 'fast-check';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { importPrivate, newPair, signText } from '../../vault/identity.js';
import { firstKeys, type KnownKeys, keysForBackup, keysForExchange } from './known-keys.js';

const officerId = (digit: number) =>
  v.parse(RecordId, `0ff1ce00-0000-4000-8000-00000000000${digit}`);
const OWN = officerId(1);
const OFFICERS = [OWN, officerId(2), officerId(3), officerId(4)];
const WORDS = 'an entry of the log';

interface KeyUnderTest {
  readonly publicKey: string;
  readonly signature: string;
}
const keys: KeyUnderTest[] = [];
beforeAll(async () => {
  for (let made = 0; made < 3; made += 1) {
    const { publicKey, privateBytes } = await newPair('signing');
    const signing = await importPrivate('signing', privateBytes);
    keys.push({ publicKey, signature: await signText(signing, WORDS) });
  }
});

const keyNumber = fc.nat({ max: 2 });
/** The key that an officer is known by: confirmed, unconfirmed, both, or none. */
const knownTo = fc.record({
  own: keyNumber,
  confirmed: fc.dictionary(fc.constantFrom(...OFFICERS.slice(1)), keyNumber),
  unconfirmed: fc.dictionary(fc.constantFrom(...OFFICERS.slice(1)), keyNumber),
});
const given = fc.array(fc.record({ officer: fc.constantFrom(...OFFICERS), key: keyNumber }), {
  maxLength: 5,
});

const keyAt = (number: number): string => keys[number]?.publicKey ?? '';
const keysOf = (numbers: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(numbers).map(([id, number]) => [id, keyAt(number)]));

function knownFrom(from: {
  readonly own: number;
  readonly confirmed: Readonly<Record<string, number>>;
  readonly unconfirmed: Readonly<Record<string, number>>;
}): KnownKeys {
  return {
    confirmed: keysOf(from.confirmed),
    unconfirmed: keysOf(from.unconfirmed),
    own: { officer: OWN, signingKey: keyAt(from.own) },
  };
}

/** The key that decides: this officer's own, otherwise one that was read aloud, otherwise one from an earlier file. */
function pinOf(known: KnownKeys, officer: string): string | undefined {
  if (known.own.officer === officer) return known.own.signingKey;
  return known.confirmed[officer] ?? known.unconfirmed[officer];
}

describe('the keys of a backup', () => {
  it('never stand in for one that is known, whatever the file gives', async () => {
    await fc.assert(
      fc.asyncProperty(knownTo, given, async (from, gives) => {
        const known = knownFrom(from);
        const list = gives.map(({ officer, key }) => ({ officer, signingKey: keyAt(key) }));
        const contradicts = list.some(({ officer, signingKey }) => {
          const pin = pinOf(known, officer);
          const others = list.filter((each) => each.officer === officer);
          return (
            (pin !== undefined && pin !== signingKey) ||
            others.some((each) => each.signingKey !== signingKey)
          );
        });
        if (contradicts) {
          expect(() => keysForBackup(known, list)).toThrow('Nothing was taken in');
          return;
        }
        const { verify, unconfirmed } = keysForBackup(known, list);
        for (const officer of OFFICERS) {
          const expected =
            pinOf(known, officer) ?? list.find((each) => each.officer === officer)?.signingKey;
          for (const { publicKey, signature } of keys)
            expect(await verify(officer, WORDS, signature)).toBe(publicKey === expected);
        }
        for (const { officer } of unconfirmed) {
          expect(officer).not.toBe(known.own.officer);
          expect(known.confirmed[officer]).toBeUndefined();
        }
        expect(new Set(unconfirmed.map(({ officer }) => officer)).size).toBe(unconfirmed.length);
      }),
    );
  });

  it('are refused where one proves nothing', () => {
    const list = OFFICERS.slice(1, 2).map((officer) => ({ officer, signingKey: 'A'.repeat(43) }));
    const own = { officer: OWN, signingKey: keyAt(0) };
    expect(() => keysForBackup(firstKeys(own), list)).toThrow('proves nothing');
  });
});

describe('the keys of an exchange file', () => {
  it('are those read aloud and the sender’s, and never in this officer’s name or a known colleague’s', async () => {
    await fc.assert(
      fc.asyncProperty(
        knownTo,
        fc.constantFrom(...OFFICERS),
        keyNumber,
        async (from, officer, key) => {
          const known = knownFrom(from);
          const sender = { officer, signingKey: keyAt(key) };
          const pin = known.confirmed[officer];
          if (officer === known.own.officer || (pin !== undefined && pin !== sender.signingKey)) {
            expect(() => keysForExchange(known, sender)).toThrow();
            return;
          }
          const verify = keysForExchange(known, sender);
          for (const each of OFFICERS) {
            const expected =
              each === known.own.officer
                ? known.own.signingKey
                : (known.confirmed[each] ?? (each === officer ? sender.signingKey : undefined));
            for (const { publicKey, signature } of keys)
              expect(await verify(each, WORDS, signature)).toBe(publicKey === expected);
          }
        },
      ),
    );
  });
});
