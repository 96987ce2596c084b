import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchedParts } from './matched-parts.js';

/** The text with the marked parts in brackets. */
const marked = (text: string, typed: string, within?: readonly string[]) =>
  matchedParts(text, typed, within)
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('');

describe('what was typed is marked', () => {
  it.each([
    ['Tamsin Okafor', 'tam', '[Tam]sin Okafor'],
    ['Tamsin Okafor', 'OKAFOR tam', '[Tam]sin [Okafor]'],
    ['sinister_99', 'ster_9', 'sini[ster_9]9'],
    ['NCCU/2026/0417', '0417', 'NCCU/2026/[0417]'],
    ['07700 900417', '900417', '07700 [900417]'],
    ['Riley O’Connell', "o'connell", 'Riley [O]’[Connell]'],
    ['Siân Featherstonehaugh', 'sian', '[Siân] Featherstonehaugh'],
    ['Sia\u0302n', 'sian', '[Sia\u0302n]'],
    ['Коваленко Олександр', 'олекс', 'Коваленко [Олекс]андр'],
    ['عبد الرحمن', 'عبد', '[عبد] الرحمن'],
    ['İpek Demir', 'ipek', '[İpek] Demir'],
    ['a 🜁bcd', '🜁bcd', 'a 🜁[bcd]'],
  ])('in “%s” for “%s”', (text, typed, expected) => {
    expect(marked(text, typed)).toBe(expected);
  });

  it('wherever the text has it', () => {
    expect(marked('Wren Wrenfield', 'wren')).toBe('[Wren] [Wren]field');
  });
});

describe('the month of a date', () => {
  const BORN = 'May Okafor, born 2 May 2010';

  it.each([
    ['may', '[May] Okafor, born 2 May 2010'],
    ['may okafor', '[May] [Okafor], born 2 May 2010'],
    ['okafor may 2011', '[May] [Okafor], born 2 May 2010'],
    ['m', '[M]ay Okafor, born 2 May 2010'],
  ])('is not marked for “%s”, which is a name', (typed, expected) => {
    expect(marked(BORN, typed)).toBe(expected);
  });

  it.each(['may 2010', '2010 may', '2nd may', 'may 02'])('is marked for the date “%s”', (typed) => {
    expect(marked(BORN, typed)).toMatch(/born 2 \[May\] /);
  });

  it('is marked where there is no date', () => {
    expect(marked('Seen in May, at number 2010', 'may')).toBe('Seen in [May], at number 2010');
  });
});

describe('nothing else is marked', () => {
  it.each([
    ['a name found in spite of an error', 'Tamsin Okafor', 'tasmin okafro'],
    ['one or two letters inside a word', 'Tamsin Okafor', 'ms a'],
    ['a sign alone', 'NCCU/2026/0417', '/ -'],
    ['for nothing typed', 'Tamsin Okafor', '  '],
    ['what only resembles it', 'noor_byte', 'noorbyte'],
  ])('%s', (_, text, typed) => {
    expect(marked(text, typed)).toBe(text);
  });

  it('outside the pieces that may be', () => {
    expect(marked('16, born 2 May 2010, CC/2016/7', '16', ['CC/2016/7'])).toBe(
      '16, born 2 May 2010, CC/2016/7',
    );
    expect(marked('Phone (person): 0770', 'p 077', ['0770'])).toBe('Phone (person): [077]0');
  });
});

it('keeps every text as it was written, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, typed) => {
      expect(
        matchedParts(text, typed)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
