#!/usr/bin/env node
/**
 * Makes a force's own edition of the extension: docs/deploy/.
 *
 *   pnpm edition FILE [--out FOLDER] [--built]
 *
 * Without --out the edition goes next to its file, as `made/`. With --built the packages are not built again.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { EditionFault } from './edition/edition-fault.mjs';
import { readEdition } from './edition/edition-file.mjs';
import { makeEdition } from './edition/make-edition.mjs';

/** Options and file in any order; pnpm passes on a typed `--`. */
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { out: { type: 'string' }, built: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [file, ...more] = positionals;
if (file === undefined || more.length > 0) {
  console.error('Name one file: pnpm edition force/edition.json');
  process.exit(2);
}

try {
  // Whatever is wrong with the file is told before minutes are spent.
  readEdition(file);
  if (!values.built) buildPackages();
  const out = values.out ?? join(dirname(file), 'made');
  const { made, leftOut } = makeEdition({ file, out });
  console.log(`Made ${made.name}, version ${made.version}, in ${relative('.', out) || '.'}

  Chrome and Edge   ${made.id}
  Firefox           ${made.firefoxId}

Officers’ vaults belong to these ids: with another key or id an officer finds an empty vault.
${leftOut.map((words) => `${words}.\n`).join('')}Next: docs/deploy/README.md, “Sign it”`);
} catch (error) {
  if (!(error instanceof EditionFault)) throw error;
  console.error(`${error.message}\n\nNothing was made.`);
  process.exit(1);
}

function buildPackages() {
  console.log('Building the packages');
  const filters = ['--filter', './packages/core', '--filter', './packages/plugins/*'];
  const { status, stdout, stderr } = spawnSync(
    'pnpm',
    ['-r', ...filters, '--if-present', 'run', 'build'],
    { encoding: 'utf8', shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new Error(`The packages could not be built:\n${stdout}\n${stderr}`);
}
