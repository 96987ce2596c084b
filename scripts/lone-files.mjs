import { globSync, readFileSync } from 'node:fs';

/** Signs that a file changes its worker for the next one: its own environment, or a replaced global. */
const CHANGES_WORKER =
  /@vitest-environment|\bvi\.(?:stub|mock|doMock|spyOn|use)|globalThis|indexedDB|process\.env/;

/** Test files under a folder that need their own worker, as paths from the root of the workspace. */
export function loneFiles(folder) {
  return globSync(`${folder}/**/*.test.{ts,tsx}`)
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => CHANGES_WORKER.test(readFileSync(file, 'utf8')))
    .sort();
}
