/** The conformance suite that every blob store passes. */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BlobName } from '../../shared/primitives.js';
import { type BlobStore, LARGEST_BLOB } from '../../store/blob-store.js';

export interface BlobStoreUnderTest {
  /** Empty store, for one test alone. */
  readonly blobs: BlobStore;
  /** Opens the same storage again. Without it, tests of reopening are skipped. */
  readonly reopen?: () => Promise<BlobStore>;
  /** Removes the storage; called after each test. */
  readonly remove?: () => Promise<void>;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const NOTHING: ReadonlySet<BlobName> = new Set();
const FOREIGN = v.parse(BlobName, 'A'.repeat(43));

/**
 * Runs every rule of `BlobStore` against an implementation.
 *
 * @param open - gives a new, empty store each time it is called
 */
export function testBlobStore(name: string, open: () => Promise<BlobStoreUnderTest>): void {
  describe(name, () => {
    let given: BlobStoreUnderTest;
    let blobs: BlobStore;
    beforeEach(async () => {
      given = await open();
      ({ blobs } = given);
    });
    afterEach(() => given.remove?.());

    it('gives back what was put, and nothing for a name that it does not know', async () => {
      const name = await blobs.put(bytesOf('a page'));
      const other = await blobs.put(bytesOf('another page'));
      expect(await blobs.get(name)).toEqual(bytesOf('a page'));
      expect(await blobs.get(other)).toEqual(bytesOf('another page'));
      expect(await blobs.get(FOREIGN)).toBeUndefined();
    });

    it('keeps nothing, and bytes of every value', async () => {
      const all = Uint8Array.from({ length: 512 }, (_, index) => index % 256);
      for (const bytes of [new Uint8Array(), all])
        expect(await blobs.get(await blobs.put(bytes))).toEqual(bytes);
    });

    it('names the same bytes alike, and does not let what it gave be changed from outside', async () => {
      const bytes = bytesOf('a page');
      const name = await blobs.put(bytes);
      expect(await blobs.put(bytesOf('a page'))).toBe(name);
      bytes.fill(0);
      (await blobs.get(name))?.fill(1);
      expect(await blobs.get(name)).toEqual(bytesOf('a page'));
    });

    it('names nothing by a digest that anybody could make again', async () => {
      const bytes = bytesOf('Jorin Vael');
      const plain = createHash('sha256').update(bytes).digest('base64url');
      expect(await blobs.put(bytes)).not.toBe(plain);
    });

    it('takes what another store named, and leaves what it holds under the name', async () => {
      await blobs.take(FOREIGN, bytesOf('a page'));
      await blobs.take(FOREIGN, bytesOf('something else'));
      expect(await blobs.get(FOREIGN)).toEqual(bytesOf('a page'));
    });

    it('refuses what is larger than 8 MB, in words', async () => {
      const large = new Uint8Array(LARGEST_BLOB + 1);
      await expect(blobs.put(large)).rejects.toMatchObject({ code: 'CP_BLOB_TOO_LARGE' });
      await expect(blobs.take(FOREIGN, large)).rejects.toMatchObject({
        code: 'CP_BLOB_TOO_LARGE',
      });
      expect(await blobs.get(FOREIGN)).toBeUndefined();
    });

    it('destroys what no record names any more, and leaves what waits to be named', async () => {
      const held = await blobs.put(bytesOf('held'));
      const idle = await blobs.put(bytesOf('idle'));
      const waiting = await blobs.put(bytesOf('waiting'));
      blobs.named([held, idle]);
      expect(await blobs.collect(new Set([held]))).toBe(1);
      expect(await blobs.get(idle)).toBeUndefined();
      expect(await blobs.get(held)).toEqual(bytesOf('held'));
      expect(await blobs.get(waiting)).toEqual(bytesOf('waiting'));
      blobs.named([waiting]);
      expect(await blobs.collect(NOTHING)).toBe(2);
      expect(await blobs.get(held)).toBeUndefined();
      expect(await blobs.put(bytesOf('held'))).toBe(held);
      expect(await blobs.get(held)).toEqual(bytesOf('held'));
    });

    it('has what was kept when it is opened again, and collects what was never named', async (context) => {
      if (!given.reopen) return context.skip('This store cannot be opened again');
      const held = await blobs.put(bytesOf('held'));
      const orphan = await blobs.put(bytesOf('orphan'));
      const again = await given.reopen();
      expect(await again.get(held)).toEqual(bytesOf('held'));
      expect(await again.collect(new Set([held]))).toBe(1);
      expect(await again.get(orphan)).toBeUndefined();
      expect(await (await given.reopen()).get(held)).toEqual(bytesOf('held'));
    });
  });
}
