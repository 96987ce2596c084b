import { hostClassOf } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import type { Policy } from '../ports/services.js';
import { hostList } from './host-list.js';

it('is read once, and anew when the policy has changed', async () => {
  let asked = 0;
  let policy: Policy = { fips: false };
  let changed: () => void = () => undefined;
  const list = hostList(
    async () => {
      asked += 1;
      return policy;
    },
    (change) => {
      changed = change;
    },
  );
  const url = 'https://records.example.org/1';
  expect(hostClassOf(url, await list())).toBe('force');
  policy = { fips: false, hostClasses: [{ class: 'never', domains: ['records.example.org'] }] };
  expect(hostClassOf(url, await list())).toBe('force');
  expect(asked).toBe(1);
  changed();
  expect(hostClassOf(url, await list())).toBe('never');
});

it('is asked for again after it could not be read', async () => {
  let isBroken = true;
  const list = hostList(
    async () => {
      if (isBroken) throw new Error('No policy');
      return { fips: false };
    },
    () => undefined,
  );
  await expect(list()).rejects.toThrow('No policy');
  isBroken = false;
  expect(hostClassOf('https://rms.example.org/', await list())).toBe('force');
});
