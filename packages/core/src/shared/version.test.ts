import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { CORE_VERSION, compareVersions, isInRange, isVersionRange, VERSION } from './version.js';

const version = fc
  .tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.constantFrom('', '-beta.1', '-beta.10', '-rc.1'))
  .map(([major, minor, patch, suffix]) => `${major}.${minor}.${patch}${suffix}`);

describe('versions', () => {
  it('knows which release this is', () => {
    expect(CORE_VERSION).toBe(manifest.version);
    expect(CORE_VERSION).toMatch(VERSION);
  });

  it.each([
    ['1.2.0', '*', true],
    ['1.2.0', '1.2', true],
    ['1.2.1', '1.2', false],
    ['1.2.0', '>=1.2 <1.4', true],
    ['1.4.0', '>=1.2 <1.4', false],
    ['1.10.0', '<1.9', false],
    ['2.0.0-beta.1', '<2', true],
    ['2.0.0-beta.10', '>2.0.0-beta.2', true],
    ['1.0.0', '<=1.0.0', true],
    ['1.0.0', '>1.0.0', false],
    ['1.0.0', 'latest', false],
    ['1.0.0', '', false],
    ['1.0.0', '>= 1.0', false],
  ])('%s in %s is %s', (tested, range, isIn) => {
    expect(isInRange(tested, range)).toBe(isIn);
  });

  it('orders any two one way, and finds each in the range that it is the edge of', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
        expect(isInRange(a, `>=${b}`)).toBe(!isInRange(a, `<${b}`));
        expect(isInRange(a, `<=${a}`)).toBe(true);
      }),
    );
  });

  it('refuses what is no range in any length', () => {
    expect(isVersionRange('>=1 <2 <3 <4 <5')).toBe(false);
    expect(isVersionRange(`${'1.'.repeat(50_000)}x`)).toBe(false);
  });
});
