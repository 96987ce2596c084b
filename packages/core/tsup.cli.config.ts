/** Each command as one file that needs nothing beside it: it can be handed to whoever checks. */
import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    'verify-audit': 'src/cli/verify-audit.ts',
    'open-searches': 'src/cli/open-searches.ts',
    score: 'src/cli/score.ts',
  },
  format: 'esm',
  target: 'node20',
  platform: 'node',
  noExternal: [/.*/],
  treeshake: true,
  // Otherwise what two commands share would be a file of its own.
  splitting: false,
  // The library stands in the same folder already.
  clean: false,
});
