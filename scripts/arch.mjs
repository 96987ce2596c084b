#!/usr/bin/env node
/** The house: dependency-cruiser's rules, then the core's own compile, which knows no browser and no Node. */
import { spawnSync } from 'node:child_process';

const steps = [
  ['depcruise', ['--config', '.dependency-cruiser.mjs', 'packages', 'examples']],
  ['tsc', ['-p', 'packages/core/tsconfig.json']],
];

for (const [command, args] of steps) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
