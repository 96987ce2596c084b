import { createToolkit } from '@cyber-prevent/core/plugin';
import { expect, it } from 'vitest';
import { requestTracker } from './index.js';

it('plugs in', () => {
  expect(createToolkit([requestTracker]).adapters.map(({ id }) => id)).toEqual([
    'request-tracker/ticket',
    'request-tracker/edit',
    'request-tracker/history',
    'request-tracker/reply',
    'request-tracker/user',
    'request-tracker/user-admin',
  ]);
});
