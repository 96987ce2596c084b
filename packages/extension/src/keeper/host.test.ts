import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserHost } from './host.js';

describe('the browser as a host', () => {
  const zone = process.env.TZ;
  beforeEach(() => {
    process.env.TZ = 'Europe/London';
  });
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('takes the day from where the officer is, and the instant from UTC', () => {
    const { clock } = browserHost(() => new Date('2026-07-01T23:30:00.000Z'));
    expect(clock.today()).toBe('2026-07-02');
    expect(clock.now()).toBe('2026-07-01T23:30:00.000Z');
  });

  it('mints ids and salts that differ, and hashes as SHA-256 does', async () => {
    const { random, digest } = browserHost();
    expect(random.id()).not.toBe(random.id());
    expect(random.salt(16)).toMatch(/^[0-9a-f]{32}$/);
    expect(await digest('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
