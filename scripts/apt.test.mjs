import { expect, it } from 'vitest';
import { whyNoApt } from './apt.mjs';

const DEBIAN_ROOT = { platform: 'linux', uid: 0, hasApt: true };

it('installs on Debian as root', () => {
  expect(whyNoApt(DEBIAN_ROOT)).toBeUndefined();
});

it.each([
  ['on another system', { platform: 'darwin' }, /not Debian/],
  ['without apt-get', { hasApt: false }, /not Debian/],
  ['for another user', { uid: 1000 }, /not root/],
])('says why it installs nothing %s', (_, differs, why) => {
  expect(whyNoApt({ ...DEBIAN_ROOT, ...differs })).toMatch(why);
});
