import { expect, it } from 'vitest';
import { deepFreeze } from './freeze.js';

it('freezes all of an answer, and leaves bytes in it as they are', () => {
  const answer = deepFreeze({ rows: [{ name: 'Rowan' }], page: Uint8Array.of(1, 2) });
  expect(Object.isFrozen(answer.rows[0])).toBe(true);
  expect([...answer.page]).toEqual([1, 2]);
});
