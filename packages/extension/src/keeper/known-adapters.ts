/** The adapters that this keeper knows: those that ship, those of the force's policy, and those that the officer loaded. */
import { type Adapter, raisedBy } from '@cyber-prevent/core';
import { FILES_KEY, filesIn } from '../adapters/adapter-files.js';
import type { SealedWork } from '../storage/sealed-work.js';

export type FindAdapters = (work: Pick<SealedWork, 'load'>) => Promise<readonly Adapter[]>;

/** Finds them when a vault opens, and not before. Those switched off are among them: a draft that one read may still be open. */
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

export interface RaisedPaths {
  /** What the adapter of that line raises to sensitive data wherever it reads. */
  readonly by: (line: string) => readonly string[];
  /** The work, which is followed: an adapter that is loaded is known before its first capture is saved. */
  readonly work: SealedWork;
  /** Looks for the adapters; where that fails, those known so far are. */
  learn(): Promise<void>;
}

/** An adapter that was known stays so until the vault locks: taking it out again changes nothing for what it read. */
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
