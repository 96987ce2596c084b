/**
 * The adapters of this vault. Files that the officer loaded are stored sealed in it, and are gone from memory when it
 * locks.
 */

import type { Adapter } from '@cyber-prevent/core';
import { PACKS_KEY } from '../app/work-keys.js';
import type { AdapterService } from '../ports/adapters.js';
import type { AdapterLoading } from './adapter-loading.js';
import type { AdapterServiceOptions } from './adapter-options.js';
import type { GatheredAdapters } from './adapter-sources.js';

export function adapterService(options: AdapterServiceOptions): AdapterService {
  const { managed, work, vault } = options;
  let inUse: readonly Adapter[] | undefined;
  let latest: Promise<GatheredAdapters>;
  const isOpen = (): boolean => vault.state().name === 'open';
  const gatherNow = async (): Promise<GatheredAdapters> => {
    const [{ gatherAdapters, heldAdapters }, shipped, policy, packed] = await Promise.all([
      import('./adapter-sources.js'),
      options.shipped(),
      managed().catch(() => ({})),
      isOpen() ? options.packed?.().catch(() => []) : undefined,
    ]);
    const held = isOpen() ? await heldAdapters(work) : {};
    return gatherAdapters({ shipped, packed: packed ?? [], managed: policy, files: [], ...held });
  };
  const gather = (): Promise<GatheredAdapters> => {
    const mine = gatherNow();
    latest = mine;
    mine.then(
      (gathered) => {
        // The vault may have locked since.
        if (latest === mine) inUse = gathered.inUse;
      },
      // Without an answer a page is read with the adapters known so far.
      () => undefined,
    );
    return mine;
  };
  const late =
    <A extends unknown[], R>(act: (loading: AdapterLoading) => (...input: A) => Promise<R>) =>
    async (...input: A): Promise<R> =>
      act((await import('./adapter-loading.js')).adapterLoading({ ...options, gather }))(...input);
  work.subscribe((key) => {
    if (key === 'adapters' || key === 'adapters-off' || key === PACKS_KEY) void gather();
  });
  vault.subscribe(() => void gather());
  void gather();
  return {
    async inUse() {
      await latest.catch(() => undefined);
      return inUse ?? options.shipped();
    },
    list: gather,
    open: late((loading) => loading.open),
    take: late((loading) => loading.take),
    load: late((loading) => loading.load),
    remove: late((loading) => loading.remove),
    switchOff: late((loading) => loading.switchOff),
    fileOf: late((loading) => loading.fileOf),
    pack: late((loading) => loading.pack),
    async note({ origins }) {
      if (isOpen() && origins.some(({ adapter }) => adapter))
        await import('./adapter-sources.js')
          .then(({ noteSeen }) => noteSeen({ work }, origins))
          .catch(() => undefined);
    },
  };
}
