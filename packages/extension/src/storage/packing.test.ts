import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packBytes, unpackBytes } from './packing.js';

it('gives back what was packed, whatever bytes those are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
      expect(await unpackBytes(await packBytes(bytes))).toEqual(bytes);
    }),
    { numRuns: 50 },
  );
});

it('makes a page much smaller', async () => {
  const page = new TextEncoder().encode('{"type":"element","tagName":"td"},'.repeat(3000));
  expect((await packBytes(page)).length).toBeLessThan(page.length / 50);
});

it('refuses what is packed in a way that it does not know', async () => {
  const other = await packBytes(new Uint8Array(100));
  other[0] = 0x7a;
  await expect(unpackBytes(other)).rejects.toBeInstanceOf(TypeError);
  await expect(unpackBytes(new Uint8Array(3))).rejects.toBeInstanceOf(TypeError);
});
