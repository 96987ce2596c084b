#!/usr/bin/env node
/** The rules of the house: who may import whom. The core's own compile, which knows no browser and no Node, is in `types`. */
import { spawnSync } from 'node:child_process';

const args = ['--config', '.dependency-cruiser.mjs', 'packages', 'examples', 'bench', 'assure'];
const { status } = spawnSync('depcruise', args, {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
