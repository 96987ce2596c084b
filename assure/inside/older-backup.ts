/** A backup from before a disposal, restored with the disposal list, without it, and into the vault still in use. */

import { endCase } from '../../packages/core/src/testing/case-ending.js';
import { buildRecord, newRecord } from '../../packages/core/src/testing/fiction/builder.js';
import { browserHost } from '../../packages/extension/src/keeper/host.js';
import {
  type Bench,
  newBench,
  setUp,
  until,
} from '../../packages/extension/src/testing/keeper-under-test.js';
import { newComputer } from '../../packages/extension/src/testing/storage-under-test.js';

export interface BroughtBack {
  readonly disposed: number;
  readonly kept: number;
  /** Disposed records found in records, history or log; and kept ones, found as records. */
  readonly withList: Found;
  readonly withoutList: Found;
  readonly intoTheVault: Found;
  /** Number of names in the list itself. */
  readonly namesInList: number;
}

export interface Found {
  readonly disposed: number;
  readonly kept: number;
}

const watched = () => ({ onProgress: () => undefined, signal: new AbortController().signal });

/** @param count - number of disposed records, and of kept ones */
export async function olderBackup(count: number): Promise<BroughtBack> {
  const benches: Bench[] = [];
  const pageOf = async (computer = newComputer()) => {
    const bench = newBench(computer);
    benches.push(bench);
    await bench.keeper();
    return bench.page();
  };
  try {
    const computer = newComputer();
    const recoveryKey = await setUp(computer);
    const old = await pageOf(computer);
    await old.vault.unlock('practice', { recoveryKey });
    const named = (stem: string) =>
      Array.from({ length: count }, (_, index) =>
        buildRecord('subject', { id: crypto.randomUUID(), name: `${stem}${index}x` }),
      );
    const [gone, kept] = [named('Quenzibaron'), named('Halverwicken')];
    for (const [index, record] of gone.entries()) {
      const changes = [record, kept[index] ?? record].map((each) => newRecord('subject', each));
      await old.store.commit({ changes, reason: 'case-work' });
    }
    const { content } = await old.backup.make(watched());
    const file = new Blob([new Uint8Array(content)]);
    const ended = [];
    for (const { id } of gone)
      ended.push(...(await endCase(old.store, id, browserHost().clock.today())));
    await old.store.dispose(ended, 'retention');
    const list = (await old.backup.disposalList()).content;
    const found = async (page: typeof old): Promise<Found> => {
      const text = JSON.stringify([
        await page.store.query('subject'),
        await page.store.batchesSince(0),
      ]);
      const records = new Set((await page.store.query('subject')).map(({ id }) => id));
      return {
        disposed: gone.filter(({ name }) => text.includes(name)).length,
        kept: kept.filter(({ id }) => records.has(id)).length,
      };
    };
    const moved = async (words: string): Promise<Found> => {
      const page = await pageOf();
      await until(page, 'none');
      await page.backup.moveHere(file, { recoveryKey }, words, watched());
      return found(page);
    };
    const [withList, withoutList] = [await moved(list), await moved('')];
    await old.backup.restore(file, { recoveryKey }, '', watched());
    return {
      disposed: gone.length,
      kept: kept.length,
      withList,
      withoutList,
      intoTheVault: await found(old),
      namesInList: gone.filter(({ name }) => list.includes(name)).length,
    };
  } finally {
    for (const bench of benches) await bench.clear();
  }
}
