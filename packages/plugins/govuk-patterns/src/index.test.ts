import { createToolkit } from '@cyber-prevent/core/plugin';
import { expect, it } from 'vitest';
import { govukPatterns } from './index.js';

it('plugs in', () => {
  expect(createToolkit([govukPatterns]).adapters.map(({ id }) => id)).toEqual([
    'govuk-patterns/case',
    'govuk-patterns/check-answers',
  ]);
});
