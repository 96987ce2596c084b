#!/usr/bin/env node
/** Type-checks every part that has a tsconfig of its own. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';

const projects = [
  ...globSync('packages/*/tsconfig*.json'),
  ...globSync('packages/plugins/*/tsconfig.json'),
  ...globSync('examples/*/tsconfig.json'),
  ...globSync([
    'packages/extension/e2e/tsconfig.json',
    'bench/tsconfig.json',
    'assure/tsconfig.json',
  ]),
  ...(existsSync('tsconfig.json') ? ['tsconfig.json'] : []),
].sort();

let failed = 0;
for (const project of projects) {
  const { status } = spawnSync('tsc', ['-p', project], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${project}`);
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
