/** The adapters of this vault. Files that the officer loaded stand sealed in it, and are gone from memory when it locks. */
import type { Adapter, Issue, Result } from '@cyber-prevent/core';
import type { GatheredAdapters, ListedAdapter } from './adapter-sources.js';
import type { Services } from './services.js';

export interface AdapterService {
  /** What captures are read with, once it is known what the policy switches off. */
  inUse(): Promise<readonly Adapter[]>;
  list(): Promise<{
    readonly listed: readonly ListedAdapter[];
    readonly issues: readonly Issue[];
  }>;
  /** Checks the text of an adapter file and keeps it; one of the same id takes its place. */
  load(text: string): Promise<Result<Adapter>>;
  /** Takes a loaded file out again. */
  remove(id: string): Promise<void>;
}

export interface AdapterServiceOptions extends Pick<Services, 'work' | 'vault'> {
  readonly shipped: readonly Adapter[];
  /** What the force's policy sets. */
  readonly managed: () => Promise<unknown>;
}

/** Names the files in the sealed work. */
const KEY = 'adapters';

export function adapterService(options: AdapterServiceOptions): AdapterService {
  const { shipped, managed, work, vault } = options;
  let inUse = shipped;
  let latest: Promise<GatheredAdapters>;
  const isOpen = (): boolean => vault.state().name === 'open';
  const held = async () => {
    const found = isOpen() ? await work.load(KEY) : undefined;
    return { files: filesOf(found?.value), version: found?.version ?? 0 };
  };
  const gatherNow = async (): Promise<GatheredAdapters> => {
    const [{ gatherAdapters }, policy, { files }] = await Promise.all([
      import('./adapter-sources.js'),
      managed().catch(() => ({})),
      held(),
    ]);
    return gatherAdapters({ shipped, managed: policy, files });
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
  const keep = async (change: (files: readonly string[]) => readonly string[]) => {
    const { files, version } = await held();
    const kept = await work.save(KEY, change(files), version);
    if (kept.ok) await gather();
    return kept;
  };
  work.subscribe((key) => {
    if (key === KEY) void gather();
  });
  vault.subscribe(() => void gather());
  void gather();
  return {
    async inUse() {
      await latest.catch(() => undefined);
      return inUse;
    },
    list: gather,
    async load(text) {
      const { checkAdapter } = await import('./adapter-sources.js');
      const checked = checkAdapter(text);
      if (!checked.ok) return checked;
      const kept = await keep((files) => [...without(files, checked.value.id), text]);
      return kept.ok ? checked : kept;
    },
    async remove(id) {
      await keep((files) => without(files, id));
    },
  };
}

function filesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** By the id that the file itself says: it was checked when it was loaded. */
function without(files: readonly string[], id: string): readonly string[] {
  return files.filter((text) => {
    const read: unknown = JSON.parse(text);
    return !(typeof read === 'object' && read !== null && 'id' in read && read.id === id);
  });
}
