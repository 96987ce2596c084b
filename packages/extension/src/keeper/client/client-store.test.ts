import { testStore } from '@cyber-prevent/core/testing';
import { newBench, setUp, until } from '../../testing/keeper-under-test.js';
import { failNextRow } from '../../testing/storage-under-test.js';

testStore('the store as a page sees it, by way of the keeper', async () => {
  const bench = newBench();
  const recoveryKey = await setUp(bench.computer);
  // The rules of law have their own tests; this is the port alone.
  await bench.keeper({ law: () => ({ save: () => [], disclosure: () => [], disposal: () => [] }) });
  const page = bench.page();
  await page.vault.unlock('practice', { recoveryKey });
  return {
    store: page.store,
    receives: false,
    putBlob: (text) => page.blobs.put(new TextEncoder().encode(text)),
    failNextWrite: failNextRow,
    async reopen() {
      await page.vault.lock();
      await until(page, 'locked');
      const again = bench.page();
      await again.vault.unlock('practice', { recoveryKey });
      return again.store;
    },
    remove: () => bench.clear(),
  };
});
