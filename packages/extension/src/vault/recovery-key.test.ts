import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRecoveryKey, readRecoveryKey, writeRecoveryKey } from './recovery-key.js';

const keys = fc.uint8Array({ minLength: 24, maxLength: 24 });
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('the recovery key', () => {
  it('is eight groups of five letters and digits', () => {
    expect(writeRecoveryKey(newRecoveryKey())).toMatch(
      /^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/,
    );
  });

  it('reads back as the key that was printed', () => {
    fc.assert(
      fc.property(keys, (key) => {
        expect(readRecoveryKey(writeRecoveryKey(key))).toEqual(key);
      }),
    );
  });

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const printed = writeRecoveryKey(key);
        for (const typed of [
          printed.toLowerCase(),
          printed.replaceAll('-', ' '),
          printed.replaceAll('-', ''),
          `  ${printed.replaceAll('-', ' – ')}\n`,
          printed.replaceAll('0', 'o').replaceAll('1', 'l'),
          printed.replaceAll('0', 'O').replaceAll('1', 'I'),
        ])
          expect(readRecoveryKey(typed)).toEqual(key);
      }),
    );
  });

  it('is refused with any one character wrong', () => {
    const printed = writeRecoveryKey(newRecoveryKey());
    for (const [at, character] of [...printed].entries()) {
      if (character === '-') continue;
      for (const other of ALPHABET.replace(character, ''))
        expect(
          readRecoveryKey(printed.slice(0, at) + other + printed.slice(at + 1)),
        ).toBeUndefined();
    }
  });

  it('is refused with any two neighbours swapped', () => {
    fc.assert(
      fc.property(keys, fc.nat(38), (key, at) => {
        const plain = writeRecoveryKey(key).replaceAll('-', '');
        const [first = '', second = ''] = [plain[at], plain[at + 1]];
        fc.pre(first !== second);
        const swapped = plain.slice(0, at) + second + first + plain.slice(at + 2);
        expect(readRecoveryKey(swapped)).toBeUndefined();
      }),
    );
  });

  it('is refused when it is too short, too long or of other letters', () => {
    const printed = writeRecoveryKey(newRecoveryKey());
    for (const typed of [
      '',
      printed.slice(1),
      `${printed}0`,
      printed.replace(/^./, 'U'),
      'é'.repeat(40),
    ])
      expect(readRecoveryKey(typed)).toBeUndefined();
  });
});
