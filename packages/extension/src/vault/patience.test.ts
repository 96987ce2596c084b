import { describe, expect, it } from 'vitest';
import { mapArea } from '../storage/place/map-area.js';
import { makePatience } from './patience.js';

describe('slowing down', () => {
  it('doubles the wait after each wrong try, up to a quarter of an hour', async () => {
    let now = 1_000_000;
    const patience = makePatience(mapArea(), () => now);
    const waits: number[] = [];
    for (let tried = 0; tried < 14; tried += 1) {
      waits.push(await patience.waitMs());
      now += waits.at(-1) ?? 0;
      expect(await patience.waitMs()).toBe(0);
      await patience.countTry();
    }
    expect(waits.slice(0, 6)).toEqual([0, 1000, 2000, 4000, 8000, 16_000]);
    expect(waits.at(-1)).toBe(900_000);
  });

  it('is not set back by a restart', async () => {
    const area = mapArea();
    const before = makePatience(area, () => 1000);
    await before.countTry();
    await before.countTry();
    expect(await makePatience(area, () => 1000).waitMs()).toBe(2000);
  });

  it('is forgiven when the vault opened', async () => {
    const patience = makePatience(mapArea(), () => 1000);
    await patience.countTry();
    await patience.forgive();
    expect(await patience.waitMs()).toBe(0);
  });

  it('waits no longer than it must when the clock is set back, and holds without storage', async () => {
    let now = 10_000_000;
    const area = mapArea();
    area.set = async () => {
      throw new Error('full');
    };
    const patience = makePatience(area, () => now);
    await patience.countTry();
    now = 0;
    expect(await patience.waitMs()).toBe(1000);
  });

  it('takes nonsense in storage for no tries', async () => {
    const area = mapArea();
    await area.set('cp-tries', { count: -1, at: 'x' });
    expect(await makePatience(area, () => 1000).waitMs()).toBe(0);
  });
});
