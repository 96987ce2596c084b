import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateText, missingParts, partsOf } from './civil-date.js';

const typed = fc.record({
  day: fc.stringMatching(/^[0-9a-z]{0,3}$/),
  month: fc.stringMatching(/^[0-9a-z]{0,3}$/),
  year: fc.stringMatching(/^[0-9a-z]{0,5}$/),
});

describe('a date in three boxes', () => {
  it('is a civil date as soon as the boxes make a real one', () => {
    expect(dateText({ day: '9', month: '3', year: '2011' })).toBe('2011-03-09');
  });

  it.each(['nov', 'Nov', 'November', '11'])('takes the month as %s', (month) => {
    expect(dateText({ day: '9', month, year: '2026' })).toBe('2026-11-09');
  });

  it.each(['no', 'novel', 'xi', '13', '0'])('takes no %s for a month', (month) => {
    expect(dateText({ day: '9', month, year: '2026' })).toBe(`2026-${month}-9`);
  });

  it('stays as typed while it is not a real date', () => {
    expect(dateText({ day: '31', month: '2', year: '2011' })).toBe('2011-2-31');
    expect(dateText({ day: '31', month: '', year: '' })).toBe('--31');
    expect(missingParts('--31')).toEqual(['month', 'year']);
  });

  it('is empty only when all three boxes are', () => {
    fc.assert(
      fc.property(typed, (parts) => {
        expect(dateText(parts) === '').toBe(Object.values(parts).every((part) => part === ''));
      }),
    );
  });

  it('comes back from being put away as the same text, whatever was typed', () => {
    fc.assert(
      fc.property(typed, (parts) => {
        const text = dateText(parts);
        expect(dateText(partsOf(text))).toBe(text);
      }),
    );
  });
});
