import { expect, it } from 'vitest';
import { day, testIssuer } from '../testing/pack-under-test.js';
import { issuerByKey, mayBeOfficial, type PinnedIssuer } from './issuer.js';

it('takes the stricter of two pins of one key', () => {
  const { pinned } = testIssuer('national', 'National unit', {
    official: [{ kind: 'code-list', ids: ['*'] }],
  });
  const byPolicy: PinnedIssuer = {
    ...pinned,
    rank: 'force',
    official: [{ kind: 'code-list', ids: ['marking'] }],
    recalledOn: day('2026-11-01'),
  };
  for (const issuers of [
    [pinned, byPolicy],
    [byPolicy, pinned],
  ]) {
    const found = issuerByKey(issuers, pinned.signingKey);
    expect(found).toMatchObject({ rank: 'force', recalledOn: '2026-11-01' });
    expect(mayBeOfficial(found, { kind: 'code-list', id: 'marking' })).toBe(true);
    expect(mayBeOfficial(found, { kind: 'code-list', id: 'necessity' })).toBe(false);
  }
});
