import { createToolkit } from '@cyber-prevent/core/plugin';
import { expect, it } from 'vitest';
import { practiceRms } from './index.js';

it('plugs in', () => {
  expect(createToolkit([practiceRms]).adapters.map(({ id }) => id)).toEqual([
    'practice-rms/legacy',
    'practice-rms/lists',
    'practice-rms/summary',
  ]);
});
