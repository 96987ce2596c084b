#!/usr/bin/env node
/** Builds the extension, then runs the end-to-end suites in the browsers that this machine has. */
import { spawnSync } from 'node:child_process';

const run = (command, args) =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;

const status =
  run('pnpm', ['--silent', 'run', 'build']) ||
  run('vitest', ['run', '--config', 'vitest.e2e.config.ts', ...process.argv.slice(2)]);
process.exit(status);
