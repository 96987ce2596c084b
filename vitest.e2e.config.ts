/** End-to-end suites in real browsers, against the built extension. */
import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.mjs';

/**
 * A whole tour takes minutes where nothing else runs, and several times that on a busy machine: whatever is waited for on the
 * way has a limit of its own, so that these end only what hangs.
 */
const patient = {
  testTimeout: 600_000,
  hookTimeout: 2_400_000,
  // Faults of a screen are compared as lists of text: their words are the only trace that a run far away leaves.
  chaiConfig: { truncateThreshold: 400 },
};
const real = { ...patient, fileParallelism: false, maxWorkers: 1 };
/** A browser keeps a core busy: no more of them at a time than this, so that none waits for another's answer. */
const twoAtATime = { ...patient, fileParallelism: true, maxWorkers: 2 };
/** What the gate leaves to the full run. */
const exclude =
  process.env.TEST_RUN === 'full'
    ? configDefaults.exclude
    : [...configDefaults.exclude, '**/*.full.e2e.ts'];
const conditions = ['@cyber-prevent/source'];
const fromSource = {
  resolve: { conditions: [...conditions, 'module', 'node', 'development|production'] },
  ssr: { resolve: { conditions: [...conditions, 'module', 'node', 'development|production'] } },
};

export default defineConfig({
  test: {
    ...twoAtATime,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...fromSource,
        test: {
          name: 'chromium',
          include: [
            'packages/extension/e2e/*.e2e.ts',
            'packages/extension/src/**/*.e2e.ts',
            'bench/**/*.e2e.ts',
          ],
          exclude: [...exclude, 'packages/extension/e2e/firefox*.e2e.ts'],
          globalSetup: ['packages/extension/e2e/prepared-folder.ts'],
          ...twoAtATime,
        },
      },
      {
        ...fromSource,
        test: {
          name: 'firefox',
          include: ['packages/extension/e2e/firefox*.e2e.ts'],
          exclude,
          ...real,
        },
      },
      {
        ...fromSource,
        test: {
          // Apart from the others: an edition is made from the built packages, which they do not wait for.
          name: 'edition',
          include: ['packages/extension/e2e/edition/*.e2e.ts'],
          exclude,
          ...real,
        },
      },
      {
        ...fromSource,
        test: {
          name: 'systems',
          include: ['packages/extension/e2e/systems/*.e2e.ts', 'packages/plugins/e2e/*.e2e.ts'],
          ...real,
        },
      },
    ],
  },
});
