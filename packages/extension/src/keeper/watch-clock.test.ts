import { Instant } from '@cyber-prevent/core';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { watchClock } from './watch-clock.js';

const at = (text: string): Instant => v.parse(Instant, text);
const NOW = at('2026-11-24T10:00:00.000Z');

describe('the clock of this computer', () => {
  const told = (use: (watch: ReturnType<typeof watchClock>) => void): string[] => {
    const codes: string[] = [];
    use(watchClock({ now: () => NOW }, ({ code }) => codes.push(code)));
    return codes;
  };

  it('says nothing while it goes on', () => {
    expect(
      told((watch) => {
        watch.opened(at('2026-11-20T10:00:00.000Z'));
        watch.saved(NOW);
        watch.saved(at('2026-11-24T09:58:00.000Z'));
      }),
    ).toEqual([]);
  });

  it.each([
    ['two years back', '2028-11-24T10:00:00.000Z', 'clock-behind'],
    ['an hour back', '2026-11-24T11:00:00.000Z', 'clock-behind'],
    ['two years on', '2024-11-24T10:00:00.000Z', 'clock-ahead'],
  ])('tells of a clock that was moved %s, when the vault opens', (_, last, code) => {
    expect(told((watch) => watch.opened(at(last)))).toEqual([code]);
  });

  it('tells of a clock that is moved between two saves', () => {
    expect(
      told((watch) => {
        watch.saved(NOW);
        watch.saved(at('2028-11-25T10:00:00.000Z'));
        watch.saved(NOW);
      }),
    ).toEqual(['clock-ahead', 'clock-behind']);
  });
});
