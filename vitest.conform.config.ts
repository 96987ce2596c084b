/** The conformance suite on adapter files that are named on the command line: see `scripts/conform.mjs`. */
import { defineConfig, mergeConfig } from 'vitest/config';

const conditions = ['@cyber-prevent/source', 'module', 'node', 'development|production'];

export default mergeConfig(
  { resolve: { conditions }, ssr: { resolve: { conditions } } },
  defineConfig({
    test: { name: 'conform', include: ['packages/core/src/testing/named-file.conform.ts'] },
  }),
);
