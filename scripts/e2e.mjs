#!/usr/bin/env node
/**
 * Builds the extension, then runs the end-to-end suites in the browsers of this machine; real systems have a separate
 * command.
 */
import { spawnSync } from 'node:child_process';

const run = (command, args) =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;

const asked = process.argv.slice(2);
const projects = asked.some((each) => each.startsWith('--project'))
  ? []
  : ['--project', 'chromium', '--project', 'firefox'];
const status =
  run('pnpm', ['--silent', 'run', 'build']) ||
  run('vitest', ['run', '--config', 'vitest.e2e.config.ts', ...projects, ...asked]);
process.exit(status);
