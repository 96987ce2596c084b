/** Folders with more files than a reader takes in, but for lists of alike leaves, which are named here with what they list. */
import { globSync } from 'node:fs';
import { dirname, sep } from 'node:path';

/** Files that are not tests, in one folder. */
export const MOST_FILES = 40;

/** Lists of alike leaves: one file for each thing that is listed. */
export const LISTS = {
  'packages/core/src/record': 'a file for each kind of record',
  'packages/core/src/codes/data': 'a file for each code list',
  'packages/extension/src/components': 'a file for each component',
  'packages/extension/src/locales/en': 'a file for the words of each area',
  'packages/extension/e2e': 'a file for each suite, and for what suites share',
};

const SOURCES = [
  'packages/**/*.{ts,tsx,json}',
  'examples/**/*.{ts,tsx}',
  'bench/**/*.ts',
  'assure/**/*.ts',
  'scripts/**/*.mjs',
];
const LEFT_OUT = /(^|[\\/])(node_modules|dist|\.output|\.wxt|test-output)([\\/]|$)/;

/** @returns a sentence for each folder that is too full */
export function fullRooms(root = '.') {
  const counts = new Map();
  for (const file of globSync(SOURCES, { cwd: root, exclude: (path) => LEFT_OUT.test(path) })) {
    if (LEFT_OUT.test(file) || /\.test\.\w+$/.test(file)) continue;
    const folder = dirname(file).split(sep).join('/');
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([folder, count]) => count > MOST_FILES && !(folder in LISTS))
    .map(
      ([folder, count]) =>
        `${folder} has ${count} files, and ${MOST_FILES} is the most: give it rooms by what its files do.`,
    );
}
