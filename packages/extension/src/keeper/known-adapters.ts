/**
 * The adapters that this keeper knows: the shipped ones, those of the force's policy, and those that the officer
 * loaded.
 */
import { type Adapter, raisedBy } from '@cyber-prevent/core';
import { FILES_KEY, filesIn } from '../adapters/adapter-files.js';
import type { Policy } from '../ports/services.js';
import type { SealedWork } from '../storage/sealed-work.js';

export type FindAdapters = (work: Pick<SealedWork, 'load'>) => Promise<readonly Adapter[]>;

/**
 * Finds them when a vault opens, and not before. Includes those switched off: a draft read by one may still be open.
 */
export function knownAdapters(managed: () => Promise<unknown>): FindAdapters {
  return async (work) => {
    const [{ gatherAdapters }, { adapters: shipped }, policy, files] = await Promise.all([
      import('../adapters/adapter-sources.js'),
      import('../plugins.js'),
      managed().catch(() => ({})),
      work.load(FILES_KEY),
    ]);
    const found = gatherAdapters({ shipped, managed: policy, files: filesIn(files?.value) });
    return found.listed.map(({ adapter }) => adapter);
  };
}

/** Finds those of definition packs too. @param policy - the settings with what packs add */
export function withPacked(
  find: FindAdapters | undefined,
  policy: () => Promise<Pick<Policy, 'given'>>,
): FindAdapters {
  return async (work) => {
    const [found, packed] = await Promise.all([
      find?.(work).catch(() => []) ?? [],
      policy().then(
        ({ given }) => given?.adapters?.ever ?? [],
        () => [],
      ),
    ]);
    return [...found, ...packed];
  };
}

export interface RaisedPaths {
  /** The paths that the adapter of that line raises to sensitive data wherever it reads. */
  readonly by: (line: string) => readonly string[];
  /** The work, followed so that a loaded adapter is known before its first capture is saved. */
  readonly work: SealedWork;
  /** Looks for the adapters; on a failure those known so far stay. */
  learn(): Promise<void>;
}

/** A known adapter stays known until the vault locks: removing it changes nothing for what it has read. */
export function raisedPaths(work: SealedWork, find: FindAdapters = async () => []): RaisedPaths {
  const known: Adapter[] = [];
  let by = raisedBy(known);
  const learn = async (): Promise<void> => {
    known.push(...(await find(work).catch(() => [])));
    by = raisedBy(known);
  };
  return {
    by: (line) => by(line),
    learn,
    work: {
      ...work,
      async save(key, value, seen) {
        const saved = await work.save(key, value, seen);
        if (key === FILES_KEY) await learn();
        return saved;
      },
    },
  };
}
