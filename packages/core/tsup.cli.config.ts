/** The verifier as one file that needs nothing beside it: it can be handed to whoever checks. */
import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { 'verify-audit': 'src/cli/verify-audit.ts' },
  format: 'esm',
  target: 'node20',
  platform: 'node',
  noExternal: [/.*/],
  treeshake: true,
  // The library stands in the same folder already.
  clean: false,
});
