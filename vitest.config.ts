/** One project for each part of the workspace; all run from source through the export condition. */
import { defineConfig } from 'vitest/config';

const conditions = ['@cyber-prevent/source'];
const fromSource = {
  resolve: { conditions: [...conditions, 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: [...conditions, 'module', 'node', 'development|production'] } },
};

/** How long a law of many cases takes hangs on what else the machine does; a test that never ends is still told. */
const patient = { testTimeout: 120_000, hookTimeout: 120_000 };

const project = (name: string, include: string[], more: object = {}) => ({
  ...fromSource,
  test: { name, include, ...patient, ...more },
});

export default defineConfig({
  test: {
    projects: [
      project('core', ['packages/core/src/**/*.test.ts'], {
        typecheck: {
          enabled: true,
          include: ['packages/core/src/**/*.test-d.ts'],
          tsconfig: 'packages/core/tsconfig.test.json',
        },
      }),
      {
        ...fromSource,
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'extension',
          include: ['packages/extension/src/**/*.test.{ts,tsx}'],
          setupFiles: ['packages/extension/src/patience-under-test.ts'],
          // Asked for at the start of a worker: an engine whose flags change while it runs may break.
          execArgv: ['--expose-gc'],
          ...patient,
        },
      },
      project('plugins', [
        'packages/plugins/*/src/**/*.test.ts',
        'packages/plugins/*/test/**/*.test.ts',
      ]),
      project('examples', ['examples/*/src/**/*.test.ts', 'examples/*/test/**/*.test.ts']),
      project('bench', ['bench/**/*.test.ts']),
      project('scripts', ['scripts/**/*.test.mjs']),
    ],
  },
});
