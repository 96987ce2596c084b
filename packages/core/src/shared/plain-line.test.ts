import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { countMarks, plainLine } from './plain-line.js';
import { Line, Narrative } from './primitives.js';

/** One mark of each sort: line ends and controls, marks of direction, marks of no width. */
const MARKS = [
  ...['\n', '\r', '\t', '\0', '\u0085', '\u2028', '\u2029'],
  ...['\u061C', '\u200E', '\u200F', '\u202A', '\u202E', '\u2066', '\u2069'],
  ...['\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u{E0041}'],
];
const letters = fc.stringMatching(/^[\p{Script=Latin}\p{Script=Han} .'-]{1,6}$/u);

describe('a line', () => {
  it('is one, and has nothing in it that is there without being seen', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(letters, fc.constantFrom(...MARKS)), { maxLength: 6 }),
        (parts) => {
          const text = `a${parts.flat().join('')}`;
          const line = v.parse(Line, text);
          for (const mark of MARKS) expect(line).not.toContain(mark);
          expect(countMarks(line)).toBe(0);
          expect(v.parse(Line, line)).toBe(line);
          // Every letter is still there, in its order.
          const shown = (of: string) => [...of].filter((each) => /\p{L}/u.test(each)).join('');
          expect(shown(line)).toBe(shown(text));
        },
      ),
    );
  });

  it('keeps apart what stood on two lines, and keeps a sign that is made of several', () => {
    expect(v.parse(Line, 'Rowan\r\nVael')).toBe('Rowan Vael');
    expect(plainLine('👩🏽‍💻 and 👨‍👩‍👧')).toBe('👩🏽‍💻 and 👨‍👩‍👧');
    expect(plainLine('\u202Enaidraug\u202C')).toBe('naidraug');
    expect(v.is(Line, '\u200B\u202E')).toBe(false);
  });

  it('leaves a narrative as it was', () => {
    const text = 'one\ntwo\u200B';
    expect(v.parse(Narrative, text)).toBe(text);
  });
});

it('counts marks in texts at any depth, line ends among them', () => {
  expect(
    countMarks({ name: 'Ro\u200Bwan', schools: [{ name: 'One\nTwo' }], of: 3, at: null }),
  ).toBe(2);
});
