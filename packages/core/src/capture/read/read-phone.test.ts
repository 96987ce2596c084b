import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, it } from 'vitest';
import { readPhone } from './read-phone.js';

const digit = (least: number) => fc.integer({ min: least, max: 9 }).map(String);

describe('a telephone number of this country, whole and by itself', () => {
  it('is read as the library reads it, however it is spaced', () => {
    // Usually ten digits, as a whole number has; one fewer and one more are drawn too.
    const spaced = fc
      .oneof(
        { weight: 3, arbitrary: fc.constant(9) },
        { weight: 2, arbitrary: fc.constantFrom(8, 10) },
      )
      .chain((length) =>
        fc.tuple(
          digit(1),
          fc.array(fc.tuple(fc.constantFrom('', ' '), digit(0)), {
            minLength: length,
            maxLength: length,
          }),
        ),
      )
      .map(([first, others]) => `${first}${others.map((pair) => pair.join('')).join('')}`);
    let [drawnCount, wholeCount] = [0, 0];
    fc.assert(
      fc.property(fc.constantFrom('0', '+44', '+44 '), spaced, (start, rest) => {
        drawnCount += 1;
        const text = `${start}${rest}`;
        const read = readPhone(text, {});
        const number = parsePhoneNumberFromString(text, { defaultCountry: 'GB', extract: false });
        const isPossible = number?.isPossible() === true;
        expect([text, read.ok]).toEqual([text, isPossible]);
        if (!read.ok || !number) return;
        expect(read.value.value).toBe(number.number);
        const isShort =
          /^\+447/.test(number.number) && number.number.length < '+447700900123'.length;
        expect(read.issues.map(({ code }) => code)).toEqual(isShort ? ['phone-unusual'] : []);
        if (rest.replace(/ /g, '').length === 10) wholeCount += 1;
      }),
      { numRuns: 1_500 },
    );
    expect(wholeCount / drawnCount).toBeGreaterThan(0.3);
  });
});
