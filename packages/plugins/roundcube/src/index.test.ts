import { createToolkit } from '@cyber-prevent/core/plugin';
import { expect, it } from 'vitest';
import { roundcube } from './index.js';

it('plugs in', () => {
  expect(createToolkit([roundcube]).adapters.map(({ id }) => id)).toEqual([
    'roundcube/message',
    'roundcube/preview',
    'roundcube/contact',
    'roundcube/contact-edit',
    'roundcube/compose',
  ]);
});
