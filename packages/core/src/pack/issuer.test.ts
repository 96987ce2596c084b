import { expect, it } from 'vitest';
import { day, TODAY, testIssuer } from '../testing/pack-under-test.js';
import { issuerByKey, keepIssuers, mayBeOfficial, type PinnedIssuer } from './issuer.js';

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

it('takes every key that either pin says was succeeded', () => {
  const [{ pinned }, { signingKey }] = [testIssuer('force'), testIssuer('force')];
  const byPolicy = { ...pinned, succeeds: [signingKey] };
  for (const issuers of [
    [pinned, byPolicy],
    [byPolicy, pinned],
  ])
    expect(issuerByKey(issuers, pinned.signingKey)?.succeeds).toEqual([signingKey]);
});

it('keeps an issuer that is pinned no longer, trusted until that day', () => {
  const [one, other] = [testIssuer('force').pinned, testIssuer('region').pinned];
  const gone = { ...other, recalledOn: day('2026-11-01') };
  expect(keepIssuers([one, gone], [one], TODAY)).toEqual([one, gone]);
  expect(keepIssuers([one, other], [other], TODAY)).toEqual([other, { ...one, recalledOn: TODAY }]);
});
