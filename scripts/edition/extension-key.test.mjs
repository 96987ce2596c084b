/** The id of an extension hangs on its key: a wrong one would leave every vault behind. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { extensionId, readExtensionKey } from './extension-key.mjs';

/** Key and id of an extension in Chromium's own tests. */
const KNOWN =
  'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC8c4fBSPZ6utYoZ8NiWF/DSaimBhihjwgOsskyleFGaurhi3TDClTVSGPxNkgCzrz0wACML7M4' +
  'aNjpd05qupdbR2d294jkDuI7caxEGUucpP7GJRRHnm8Sx+y0ury28n8jbN0PnInKKWcxpIXXmNQyC19HBuO3QIeUq9Dqc+7YFQIDAQAB';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = pair.publicKey.export({ type: 'spki', format: 'pem' });
const base64 = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

it('derives the id that Chromium derives', () => {
  expect(extensionId(Buffer.from(KNOWN, 'base64'))).toBe('ldnnhddmnhbkjipkidpdiheffobcpfmf');
});

it.each([
  ['PEM', pem],
  ['PEM of Windows', pem.replaceAll('\n', '\r\n')],
  ['base64, as a store shows it', base64],
])('reads a key as %s', (_, text) => {
  const { key, id } = readExtensionKey(text);
  expect(key).toBe(base64);
  expect(id).toMatch(/^[a-p]{32}$/);
});

describe('a key that cannot be used', () => {
  it.each([
    ['a private key', pair.privateKey.export({ type: 'pkcs8', format: 'pem' }), '-pubout'],
    ['no key at all', 'wendingshire', 'not a public key'],
    ['an empty file', '', 'not a public key'],
    ['a short key', KNOWN, '2048 bits'],
    [
      'a key of another kind',
      generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }),
      'RSA key',
    ],
  ])('is refused: %s', (_, text, words) => {
    expect(() => readExtensionKey(text)).toThrow(words);
  });
});
