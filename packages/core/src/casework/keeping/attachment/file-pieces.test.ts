import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Of, bytesOfBase64 } from '../../../shared/base64.js';
import { memoryBlobs } from '../../../store/memory-blobs.js';
import { testHost } from '../../../testing/host.js';
import { joinFile, keepFile, PIECE_BYTES } from './file-pieces.js';

const host = testHost();
const stored = () =>
  memoryBlobs(async (bytes) => {
    const { createHash } = await import('node:crypto');
    return createHash('sha256').update('key').update(bytes).digest('base64url') as never;
  });

describe('base64', () => {
  it('is what Node writes, and reads back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const letters = base64Of(bytes);
        expect(new TextDecoder().decode(letters)).toBe(Buffer.from(bytes).toString('base64'));
        expect(bytesOfBase64(letters)).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it.each(['A', 'AA', 'AAA', 'A===', '====', 'AA=A', 'AB==', 'AAB=', 'AA A', 'AA-_', 'AA==AA=='])(
    'does not read %s',
    (letters) => {
      expect(bytesOfBase64(new TextEncoder().encode(letters))).toBeUndefined();
    },
  );
});

describe('a file in pieces', () => {
  const whole = Uint8Array.from({ length: PIECE_BYTES + 7 }, (_, at) => (at * 7) % 251);

  it('comes back as it was', async () => {
    const blobs = stored();
    const pieces = await keepFile(whole, { blobs, host });
    expect(pieces).toHaveLength(2);
    const back = await joinFile({ pieces, size: whole.length }, blobs.get, host.digest);
    expect(back && Buffer.compare(back, whole)).toBe(0);
  });

  it('is not put together with a piece of another, one too few, or in another order', async () => {
    const blobs = stored();
    const [first, second] = await keepFile(whole, { blobs, host });
    const [other] = await keepFile(Uint8Array.of(1, 2, 3), { blobs, host });
    const [like] = await keepFile(
      whole.map((byte) => byte ^ 1),
      { blobs, host },
    );
    if (!first || !second || !other || !like) throw new Error('No pieces');
    const size = whole.length;
    const join = (pieces: readonly (typeof first)[]) =>
      joinFile({ pieces, size }, blobs.get, host.digest);
    for (const wrong of [
      [first],
      [second, first],
      [first, { ...second, blob: other.blob }],
      [first, other],
      [{ ...first, blob: like.blob }, second],
    ])
      await expect(join(wrong)).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
  });

  it('is not there once a piece is gone', async () => {
    const blobs = stored();
    const pieces = await keepFile(Uint8Array.of(1, 2, 3), { blobs, host });
    blobs.named(pieces.map(({ blob }) => blob));
    await blobs.collect(new Set());
    expect(await joinFile({ pieces, size: 3 }, blobs.get, host.digest)).toBeUndefined();
  });
});
