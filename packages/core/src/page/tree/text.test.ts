import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLine } from './text.js';

describe('a folded line', () => {
  it('has one space for every run of white space, whatever the text', () => {
    const piece = fc.constantFrom(
      'a',
      'é',
      '’',
      '…',
      ' ',
      '\t',
      '\n',
      '\u00a0',
      '\u2003',
      '\u3000',
      '\ufeff',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        expect(foldLine(any)).toBe(any.replace(/\s+/g, ' ').trim());
      }),
      { numRuns: 2_000 },
    );
    expect(foldLine(`${'long '.repeat(100)} x`)).toBe(`${'long '.repeat(100)}x`);
  });
});
