/** One project for each part of the workspace; all run from source through the export condition. */
import { configDefaults, defineConfig } from 'vitest/config';
import { gateLaws } from './scripts/gate-laws.mjs';
import { lawFiles } from './scripts/law-files.mjs';
import { loneFiles } from './scripts/lone-files.mjs';

/** The full run draws every case of every law, and runs the laws apart from the other files. */
const { TEST_RUN, WITHOUT_LAWS } = process.env;
const isFull = TEST_RUN === 'full';
const exclude = [...configDefaults.exclude, ...(WITHOUT_LAWS ? lawFiles() : [])];

const conditions = ['@cyber-prevent/source'];
const fromSource = {
  plugins: isFull ? [] : [gateLaws()],
  resolve: { conditions: [...conditions, 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: [...conditions, 'module', 'node', 'development|production'] } },
};

/** How long a law of many cases takes hangs on what else the machine does; a test that never ends is still told. */
const patient = { testTimeout: 120_000, hookTimeout: 120_000 };

/**
 * These files leave nothing behind that another could meet but counts, which begin again before each: so many share a
 * worker, and what they all import is loaded once.
 */
const shared = {
  isolate: false,
  pool: 'threads',
  setupFiles: ['packages/core/src/testing/store/restart-counts-under-test.ts'],
};

const project = (name: string, include: string[], more: object = {}) => ({
  ...fromSource,
  test: { name, include, exclude, ...patient, ...more },
});

const lone = loneFiles('packages/extension/src');

const extension = (name: string, include: string[], more: object & { setupFiles?: string[] }) => ({
  ...fromSource,
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
  test: {
    name,
    include,
    ...patient,
    ...more,
    setupFiles: [
      ...(more.setupFiles ?? []),
      'packages/extension/src/testing/patience-under-test.ts',
    ],
  },
});

export default defineConfig({
  test: {
    projects: [
      project('core', ['packages/core/src/**/*.test.ts'], {
        ...shared,
        typecheck: {
          enabled: true,
          include: ['packages/core/src/**/*.test-d.ts'],
          tsconfig: 'packages/core/tsconfig.type-test.json',
        },
      }),
      extension('extension', ['packages/extension/src/**/*.test.{ts,tsx}'], {
        ...shared,
        exclude: [...exclude, ...lone],
      }),
      extension('extension-alone', lone, {
        exclude,
        // Asked for at the start of a worker: an engine whose flags change while it runs may break.
        execArgv: ['--expose-gc'],
      }),
      project(
        'plugins',
        ['packages/plugins/*/src/**/*.test.ts', 'packages/plugins/*/test/**/*.test.ts'],
        shared,
      ),
      project('examples', ['examples/*/src/**/*.test.ts', 'examples/*/test/**/*.test.ts']),
      project('bench', ['bench/**/*.test.ts'], shared),
      project('scripts', ['scripts/**/*.test.mjs']),
    ],
  },
});
