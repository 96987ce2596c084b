import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { documentStyle, STYLE_DIGEST } from './document-style.js';

it('has the digest that the policy of a page allows', () => {
  const digest = createHash('sha256').update(documentStyle).digest('base64');
  expect(STYLE_DIGEST).toBe(`sha256-${digest}`);
});
