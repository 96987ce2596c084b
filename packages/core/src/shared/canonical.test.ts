import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.js';

describe('canonical', () => {
  it('writes keys by code unit, and leaves undefined members out', () => {
    expect(canonical({ b: [1, null, 'é'], a: { z: true, A: undefined } })).toBe(
      '{"a":{"z":true},"b":[1,null,"é"]}',
    );
  });

  it('reads back as what it was, and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(reversed(value))).toBe(text);
      }),
    );
  });

  it('gives one text for what a store gives back and for what was handed to it', () => {
    const __proto__ = JSON.parse('{"__proto__":1,"b":2}');
    expect(canonical(__proto__)).toBe('{"__proto__":1,"b":2}');
    expect(canonical([-0, '\ud800'])).toBe('[0,"\\ud800"]');
    expect(canonical([undefined])).toBe(canonical([null]));
    expect(canonical(Array(2))).toBe(canonical([null, null]));
  });

  it.each([
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a function', () => 1],
    ['a big integer', 1n],
    ['a date, which would lose its time', new Date(0)],
    ['a map, which would lose all', new Map([[1, 2]])],
  ])('refuses %s rather than sign what it does not say', (_what, value) => {
    expect(() => canonical({ value })).toThrow(/no JSON form/);
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
