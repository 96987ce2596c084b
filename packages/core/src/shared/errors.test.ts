import { expect, it } from 'vitest';
import { PREVENT_ERROR_CODES, PreventError } from './errors.js';

it('carries a code, a sentence and its cause', () => {
  const cause = new Error('The disk gave way');
  const error = new PreventError('CP_STORE_FULL', 'There is no room left.', { cause });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: 'PreventError', code: 'CP_STORE_FULL', cause });
});

it('lists every code once, in order, by area and problem', () => {
  expect([...new Set(PREVENT_ERROR_CODES)].sort()).toEqual(PREVENT_ERROR_CODES);
  for (const code of PREVENT_ERROR_CODES) expect(code).toMatch(/^CP(_[A-Z]+){2,}$/);
});
