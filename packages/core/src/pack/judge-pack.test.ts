import { describe, expect, it } from 'vitest';
import { codeListDefinition, day, packOf, TODAY, testIssuer } from '../testing/pack-under-test.js';
import { judgePack, takeIn } from './judge-pack.js';
import type { HeldPack, Pack } from './pack.js';

const force = testIssuer('force');
const judged = (pack: Pack, packs: readonly HeldPack[] = [], more = {}, issuer = force) =>
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

  it('says something else under a higher version, by its numbers and not by its letters', () => {
    const at = (version: string, label: string) =>
      packOf(force, {
        version: 2,
        definitions: [codeListDefinition({ one: label }, { version })],
      });
    const one = { ...at('1.10.0', 'One'), version: 1 };
    expect(judged(at('1.9.0', 'Two'), [one])).toEqual(['pack-version-kept']);
    expect(judged(at('1.11.0', 'Two'), [one])).toEqual([]);
    // Back to words that it had before, under the version that they had.
    const two = at('1.11.0', 'Two');
    expect(judged({ ...at('1.10.0', 'One'), version: 3 }, [one, two])).toEqual([]);
  });

  it('says nothing else than another pack of its issuer under one version', () => {
    const one = packOf(force, { id: 'lists', definitions: [codeListDefinition({ one: 'One' })] });
    const two = packOf(force, { id: 'more', definitions: [codeListDefinition({ one: 'Two' })] });
    expect(judged(two, [one])).toEqual(['pack-version-kept']);
    expect(judged(two, [packOf(testIssuer('force'), { definitions: one.definitions })])).toEqual(
      [],
    );
  });

  it('is history if it has ended or a later one was taken in, and else is in force from that day', () => {
    const taken = (pack: Pack, packs: readonly HeldPack[] = []) => {
      const found = takeIn({ packs, issuers: [force.pinned] }, pack, { today: TODAY });
      return found.ok && [found.value.takenInOn, found.value.isHistory];
    };
    const { takenInOn: _, ...pack } = packOf(force);
    expect(taken(pack)).toEqual([TODAY, undefined]);
    expect(taken({ ...pack, to: day('2026-11-30') })).toEqual([TODAY, true]);
    const later = packOf(force, { version: 2, from: day('2027-01-01') });
    expect(taken(pack, [later])).toEqual([TODAY, true]);
    expect(taken(packOf(testIssuer('force')))).toBe(false);
  });
});
