import { describe, expect, it } from 'vitest';
import { codeListDefinition, day, packOf, TODAY, testIssuer } from '../testing/pack-under-test.js';
import { judgePack } from './judge-pack.js';
import type { Pack } from './pack.js';

const force = testIssuer('force');
const judged = (pack: Pack, packs: readonly Pack[] = [], more = {}, issuer = force) =>
  judgePack({ packs, issuers: [issuer.pinned] }, pack, { today: TODAY, ...more }).map(
    ({ code }) => code,
  );

describe('a pack', () => {
  it('is taken in from an issuer whose key is pinned, and from nobody else', () => {
    expect(judged(packOf(force))).toEqual([]);
    expect(judged(packOf(testIssuer('national')))).toEqual(['pack-issuer-unknown']);
  });

  it('is not taken in under a key that is no longer trusted', () => {
    const recalled = testIssuer('force', 'A force', { recalledOn: day('2026-11-30') });
    expect(judged(packOf(recalled), [], {}, recalled)).toEqual(['pack-key-recalled']);
  });

  it('is not taken in for another release', () => {
    const pack = packOf(force, { needs: '>=9.0' });
    expect(judged(pack)).toEqual(['pack-needs']);
    expect(judged(pack, [], { release: '9.1.0' })).toEqual([]);
  });

  it('is taken in on its last day, and not on the day after', () => {
    const pack = packOf(force, { to: TODAY });
    expect(judged(pack)).toEqual([]);
    expect(judged(pack, [], { today: day('2026-12-02') })).toEqual(['pack-ended']);
  });

  it('is not taken in twice, nor after a later one, nor beside another of its version', () => {
    const [one, two] = [packOf(force), packOf(force, { version: 2 })];
    expect(judged(one, [one])).toEqual(['pack-held']);
    expect(judged(one, [two])).toEqual(['pack-older']);
    expect(judged(packOf(force), [one])).toEqual(['pack-other-of-version']);
    expect(judged(two, [one])).toEqual([]);
  });

  it('says something else only under another version of the definition', () => {
    const one = packOf(force, { definitions: [codeListDefinition({ one: 'One' })] });
    const two = packOf(force, { version: 2, definitions: [codeListDefinition({ one: 'Two' })] });
    expect(judged(two, [one])).toEqual(['pack-version-kept']);
    const raised = {
      ...two,
      definitions: [codeListDefinition({ one: 'Two' }, { version: '2.0.0' })],
    };
    expect(judged(raised, [one])).toEqual([]);
  });
});
