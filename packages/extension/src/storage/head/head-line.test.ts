import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyHead, plainHead } from '../../testing/head-under-test.js';
import { type BranchLines, branchesIn, branchesText, headLine } from './head-line.js';

const parsed = (text: string): BranchLines => JSON.parse(text);

it('gives back what every record says, in one line', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyHead, plainHead)), (made) => {
      for (const head of made) {
        const text = branchesText(head);
        expect(text).not.toMatch(/[\r\n]/);
        const again = JSON.parse(JSON.stringify(head.branches));
        expect(branchesIn(parsed(text), undefined)).toEqual(again);
        expect(branchesIn(parsed(text), made[0]?.branches[0])).toEqual(again);
      }
    }),
  );
});

it('says the one revision of a record once', () => {
  fc.assert(
    fc.property(plainHead, (made) => {
      const [first] = made.revisions;
      const both = JSON.stringify(headLine(made)) + branchesText(made);
      expect(both.split(`"${first}"`)).toHaveLength(2);
    }),
  );
});

it('is refused where a record says nothing', () => {
  expect(() => branchesIn([], undefined)).toThrow(TypeError);
});
