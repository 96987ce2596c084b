/** End-to-end suites in real browsers: one after another, against the built extension. */
import { defineConfig } from 'vitest/config';

const real = { testTimeout: 120_000, hookTimeout: 600_000, fileParallelism: false, maxWorkers: 1 };
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
