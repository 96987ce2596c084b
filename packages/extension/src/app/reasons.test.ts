import { buildId } from '@cyber-prevent/core/testing';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../ports/services.js';
import { memoryServices, OPEN } from '../testing/memory-services.js';
import { makeReasons } from './reasons.js';

const [one, other] = [buildId(), buildId()];

async function reasons(policy = { fips: false, requireReason: true as const }) {
  const services = await memoryServices({ policy });
  const made = makeReasons(services);
  await Promise.resolve();
  return { services, made };
}

describe('a reason for opening a record', () => {
  it('holds for that record alone, until the vault is locked', async () => {
    const { services, made } = await reasons();
    made.give(one, 'safeguarding');
    expect(made.reasonFor(one, 'case-work')).toBe('safeguarding');
    expect(made.reasonFor(other, 'case-work')).toBe('case-work');
    services.setVault({ name: 'locked', kinds: ['practice'] });
    services.setVault(OPEN);
    expect(made.reasonFor(one, 'case-work')).toBe('case-work');
  });

  it('is asked from the next unlock on, where policy came after the page was opened', async () => {
    const services = await memoryServices();
    let policy: Policy = { fips: false };
    const made = makeReasons({ ...services, policy: async () => policy });
    await Promise.resolve();
    expect(made.isAsked.value).toBe(false);
    policy = { fips: false, requireReason: true };
    services.setVault({ name: 'locked', kinds: ['practice'] });
    services.setVault(OPEN);
    await Promise.resolve();
    expect(made.isAsked.value).toBe(true);
  });

  it('is asked where policy says so, and where policy cannot be read', async () => {
    expect((await reasons()).made.isAsked.value).toBe(true);
    const services = await memoryServices();
    expect(makeReasons(services).isAsked.value).toBeUndefined();
    const unread = makeReasons({
      ...services,
      policy: async () => Promise.reject(new Error('no')),
    });
    await new Promise((settled) => setTimeout(settled));
    expect(unread.isAsked.value).toBe(true);
  });
});
