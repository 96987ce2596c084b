import { describe, expect, it } from 'vitest';
import { formatDate, readDate } from './dates.ts';

describe('dates', () => {
  it('shows one date in the three styles', () => {
    expect(formatDate('2009-03-04', 'slashed')).toBe('04/03/2009');
    expect(formatDate('2009-03-04', 'short')).toBe('04-Mar-2009');
    expect(formatDate('2009-03-04', 'long')).toBe('4 March 2009');
  });

  it('says so when a date is not known', () => {
    expect(formatDate(null, 'long')).toBe('Not known');
  });

  it('shows text that is no date as it is', () => {
    expect(formatDate('31 February 2009', 'slashed')).toBe('31 February 2009');
  });

  it('reads every way of typing the same day', () => {
    for (const typed of ['14/3/2009', '14/03/2009', '14-Mar-2009', '14 March 2009', '2009-03-14']) {
      expect(readDate(typed), typed).toBe('2009-03-14');
    }
  });

  it('refuses what is no day of the calendar', () => {
    for (const typed of ['31/02/2009', '31 February 2009', '00/01/2009', '1/13/2009', '', 'soon']) {
      expect(readDate(typed), typed).toBeUndefined();
    }
  });
});
