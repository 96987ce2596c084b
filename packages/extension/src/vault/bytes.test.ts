import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { fromBase64url, hex, textDigest } from './bytes.js';

it('digests many texts at once, short and long, each by itself', async () => {
  const texts = Array.from({ length: 200 }, (_, each) => `’${each} `.repeat((each % 9) * 300));
  const expected = texts.map((each) => createHash('sha256').update(each).digest('hex'));
  expect(await Promise.all(texts.map(textDigest))).toEqual(expected);
});

it('leaves nothing of a text that was digested where the next is put', async () => {
  const { digest } = crypto.subtle;
  const given: Uint8Array[] = [];
  crypto.subtle.digest = function (algorithm, data) {
    given.push(data as Uint8Array);
    return digest.call(this, algorithm, data);
  };
  await textDigest('Rowan Vael');
  crypto.subtle.digest = digest;
  expect(given).toEqual([new Uint8Array(10)]);
});

it('writes bytes as two digits each', () => {
  expect(hex(Uint8Array.of(0, 9, 16, 255))).toBe('000910ff');
  expect(() => fromBase64url('not base64url!')).toThrow(RangeError);
});
