import { globSync, readFileSync } from 'node:fs';

/** Test files that draw their cases from fast-check, as paths from the root of the workspace. */
export function lawFiles() {
  return globSync(
    ['packages/**/src/**/*.test.{ts,tsx}', 'scripts/*.test.mjs', 'bench/**/*.test.ts'],
    {
      exclude: (entry) => /node_modules|dist/.test(String(entry)),
    },
  )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /from 'fast-check'/.test(readFileSync(file, 'utf8')))
    .sort();
}
