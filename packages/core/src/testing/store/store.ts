/**
 * The conformance suite that every store passes, in memory, in a browser or on a server: one test for each rule of the
 * port.
 */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { blobDigest } from '../../record/named-blob.js';
import type { BlobName } from '../../shared/primitives.js';
import { verifyChain } from '../../store/log/chain.js';
import type { RecordStore } from '../../store/log/port.js';
import type { Verify } from '../../store/log/signer.js';
import { buildSnapshot } from '../fiction/builder.js';
import { testAccounting } from './store-accounting.js';
import { testCompaction } from './store-compaction.js';
import { testDisposal } from './store-disposal.js';
import { testKeeping } from './store-keeping.js';
import { playAgainstModel, randomSteps } from './store-model.js';
import { testReceiving } from './store-receiving.js';
import { testReceivingEnded } from './store-receiving-ended.js';
import { testReceivingProof } from './store-receiving-proof.js';
import type { StoreSuite } from './store-suite.js';

export interface StoreUnderTest {
  /** Empty store, for one test alone. */
  readonly store: RecordStore;
  /** Opens the same storage after the store was closed. Without it, tests of reopening are skipped. */
  readonly reopen?: () => Promise<RecordStore>;
  /**
   * Opens it from the first batch on, as if no heads were kept. Without it, an opening from heads is compared only with
   * the store's answers before it was closed.
   */
  readonly reopenWhole?: () => Promise<RecordStore>;
  /** Another empty store of the same device. Without it, the tests that need one are skipped. */
  readonly another?: () => Promise<RecordStore>;
  /** `false` for a store that hands nothing on, such as that of a page: then tests of receiving are skipped. */
  readonly receives?: false;
  /** Team of the records that the store keeps, if not a test signer's. */
  readonly team?: string;
  /** Keeps a blob of that text, for a store that refuses records naming a missing blob. Without it any name will do. */
  readonly putBlob?: (text: string) => Promise<BlobName>;
  /** Makes the next write fail with the error. Without it, tests of a failed write are skipped. */
  readonly failNextWrite?: (error: Error) => void;
  /** Makes the next save of heads fail with the error. Without it, tests of a failed compaction are skipped. */
  readonly failNextCompaction?: (error: Error) => void;
  /** Checks signatures; without it only links and contents of the chain are checked. */
  readonly verify?: Verify;
  /** Removes the storage; called after each test, when the store is closed. */
  readonly remove?: () => Promise<void>;
}

/**
 * Runs every rule of `RecordStore` against an implementation.
 *
 * @param open - gives a new, empty store each time it is called
 */
export function testStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let given: StoreUnderTest;
    let store: RecordStore;
    beforeEach(async () => {
      given = await open();
      store = given.store;
    });
    afterEach(async () => {
      await store.close();
      await given.remove?.();
    });

    async function openAgain(
      context: TestContext,
      reopen: StoreUnderTest['reopen'],
    ): Promise<RecordStore> {
      if (!reopen) return context.skip('This store cannot be opened again');
      await store.close();
      store = await reopen();
      return store;
    }

    const suite: StoreSuite = {
      get store() {
        return store;
      },
      reopen: (context) => openAgain(context, given.reopen),
      reopenWhole: (context) => openAgain(context, given.reopenWhole ?? given.reopen),
      get receives() {
        return given.receives !== false;
      },
      get team() {
        return given.team;
      },
      async another(context) {
        if (!given.another) return context.skip('There is only one of this store');
        return given.another();
      },
      verify: async (...signed) => given.verify?.(...signed) ?? true,
      snapshot: async (letter, text = letter) => {
        const blob = await given.putBlob?.(text);
        const named = buildSnapshot(letter);
        const proof = await blobDigest(named.salt, text, digest);
        return { ...named, digest: proof, ...(blob ? { blob } : {}) };
      },
      failWrite(context) {
        if (!given.failNextWrite) return context.skip('This store cannot be made to fail');
        given.failNextWrite(new Error('The disk gave way'));
      },
      failCompaction(context) {
        if (!given.failNextCompaction) return context.skip('No compaction can be made to fail');
        given.failNextCompaction(new Error('The disk gave way'));
      },
      async expectWholeChain() {
        const { verify } = given;
        const batches = await store.batchesSince(0);
        const chain = await verifyChain(batches, { digest, ...(verify ? { verify } : {}) });
        expect(chain.issues).toEqual([]);
      },
    };
    testKeeping(suite);
    testAccounting(suite);
    testDisposal(suite);
    testCompaction(suite);
    testReceiving(suite);
    testReceivingEnded(suite);
    testReceivingProof(suite);

    it.each([1, 2, 3, 4, 5])(
      'agrees with a naive model over a hundred random steps (%i)',
      async (seed) => {
        await playAgainstModel(store, randomSteps(seed, 100));
        await suite.expectWholeChain();
      },
    );
  });
}

const digest = async (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
