import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { labelWeights } from './label-weights.mjs';

const shipped = readFileSync('packages/core/src/capture/field/label-weights.json', 'utf8');

it('makes the weights of labels that ship, letter for letter', async () => {
  expect(await labelWeights()).toBe(shipped);
});

it('keeps them within 30 kB, as a browser would fetch them', () => {
  expect(gzipSync(shipped, { level: 9 }).length).toBeLessThan(30_000);
});
