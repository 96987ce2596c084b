import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMoment, momentParts, momentText } from './instant-text.js';

describe('a moment as it is typed', () => {
  it.each(['14:30', '1430', '14.30', ' 14:30 '])('reads the time %j', (time) => {
    const text = momentText({ date: '2026-11-24', time });
    expect(isMoment(text)).toBe(true);
    expect(momentParts(text)).toEqual({ date: '2026-11-24', time: '14:30' });
  });

  it.each(['25:00', '14:61', 'noon', ''])('keeps %j as typed, and is no moment', (time) => {
    const text = momentText({ date: '2026-11-24', time });
    expect(isMoment(text)).toBe(false);
    expect(momentParts(text)).toEqual({ date: '2026-11-24', time });
  });

  it('shows an instant by the local clock and gives the same instant back', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 60 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const instant = new Date(minute * 60_000).toISOString();
        expect(momentText(momentParts(instant))).toBe(instant);
      }),
    );
  });
});
