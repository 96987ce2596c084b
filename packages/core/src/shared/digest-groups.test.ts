import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestGroups } from './digest-groups.js';

it('cuts a digest into groups of four that together are the digest', () => {
  const digest = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), maxLength: 64 });
  fc.assert(
    fc.property(digest, (text) => {
      const groups = digestGroups(text);
      expect(groups.join('')).toBe(text);
      expect(groups.slice(0, -1).every(({ length }) => length === 4)).toBe(true);
    }),
  );
  expect(digestGroups('0'.repeat(64))).toHaveLength(16);
});
