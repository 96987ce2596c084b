/** End-to-end suites in real browsers: one after another, against the built extension. */
import { defineConfig } from 'vitest/config';

/**
 * A whole tour takes minutes where nothing else runs, and several times that on a busy machine: whatever is waited for on the
 * way has a limit of its own, so that these end only what hangs.
 */
const patient = { testTimeout: 600_000, hookTimeout: 2_400_000 };
const real = { ...patient, fileParallelism: false, maxWorkers: 1 };
const conditions = ['@cyber-prevent/source'];
const fromSource = {
  resolve: { conditions: [...conditions, 'module', 'node', 'development|production'] },
  ssr: { resolve: { conditions: [...conditions, 'module', 'node', 'development|production'] } },
};

export default defineConfig({
  test: {
    ...real,
    projects: [
      {
        ...fromSource,
        test: {
          name: 'chromium',
          include: ['packages/extension/e2e/*.e2e.ts', 'packages/extension/src/**/*.e2e.ts'],
          exclude: ['packages/extension/e2e/firefox*.e2e.ts'],
          ...real,
        },
      },
      {
        ...fromSource,
        test: { name: 'firefox', include: ['packages/extension/e2e/firefox*.e2e.ts'], ...real },
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
