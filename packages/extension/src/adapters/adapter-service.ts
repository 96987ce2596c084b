/** The adapters of this vault. Files that the officer loaded stand sealed in it, and are gone from memory when it locks. */
import type { Adapter, Draft, Host, Issue, Result } from '@cyber-prevent/core';
import type { Services } from '../ports/services.js';
import type { ProvedFile } from '../sandbox/teach-order.js';
import type { AdapterLoading, OpenedFile } from './adapter-loading.js';
import type { GatheredAdapters, ListedAdapter } from './adapter-sources.js';

export interface AdapterService {
  /** What captures are read with, once it is known what the policy switches off. */
  inUse(): Promise<readonly Adapter[]>;
  list(): Promise<{
    readonly listed: readonly ListedAdapter[];
    readonly issues: readonly Issue[];
  }>;
  /** Checks a file or a pack, and runs the recorded pages in it. Nothing is kept yet. */
  open(text: string): Promise<Result<OpenedFile>>;
  /** Keeps what was opened; each takes the place of one of its id, unless that is of a higher version. */
  take(opened: OpenedFile): Promise<Result<readonly Adapter[]>>;
  /** Checks the text of an adapter file and keeps it. */
  load(text: string): Promise<Result<Adapter>>;
  /** Takes a loaded file out again. */
  remove(id: string): Promise<void>;
  /** This version is not used from now on; or it is again. */
  switchOff(adapter: Pick<Adapter, 'id' | 'version'>, isOff: boolean): Promise<void>;
  /** The text of the file of one that is listed, with its recorded pages where they are kept. */
  fileOf(listed: ListedAdapter): Promise<string>;
  /** The text of a pack, signed by the officer. */
  pack(listed: readonly ListedAdapter[], title: string): Promise<Result<string>>;
  /** Remembers how the adapters of a draft did. */
  note(draft: Draft): Promise<void>;
}

export interface AdapterServiceOptions extends Pick<Services, 'work' | 'vault'> {
  /** Those of the plugins that ship with the extension, once they are loaded. */
  readonly shipped: () => Promise<readonly Adapter[]>;
  /** What the force's policy sets. */
  readonly managed: () => Promise<unknown>;
  readonly host: Pick<Host, 'clock' | 'digest'>;
  /** Runs a file's own recorded pages, away from here. */
  readonly prove: (file: string) => Promise<Result<ProvedFile>>;
}

export function adapterService(options: AdapterServiceOptions): AdapterService {
  const { managed, work, vault } = options;
  let inUse: readonly Adapter[] | undefined;
  let latest: Promise<GatheredAdapters>;
  const isOpen = (): boolean => vault.state().name === 'open';
  const gatherNow = async (): Promise<GatheredAdapters> => {
    const [{ gatherAdapters, heldAdapters }, shipped, policy] = await Promise.all([
      import('./adapter-sources.js'),
      options.shipped(),
      managed().catch(() => ({})),
    ]);
    const held = isOpen() ? await heldAdapters(work) : {};
    return gatherAdapters({ shipped, managed: policy, files: [], ...held });
  };
  const gather = (): Promise<GatheredAdapters> => {
    const mine = gatherNow();
    latest = mine;
    mine.then(
      (gathered) => {
        // The vault may have locked since.
        if (latest === mine) inUse = gathered.inUse;
      },
      // Without an answer a page is read with what there was.
      () => undefined,
    );
    return mine;
  };
  const late =
    <A extends unknown[], R>(act: (loading: AdapterLoading) => (...input: A) => Promise<R>) =>
    async (...input: A): Promise<R> =>
      act((await import('./adapter-loading.js')).adapterLoading({ ...options, gather }))(...input);
  work.subscribe((key) => {
    if (key === 'adapters' || key === 'adapters-off') void gather();
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
