#!/usr/bin/env node
/** Each tarball as people would install it: publint for the manifest, attw for its types. */
import { spawnSync } from 'node:child_process';
import { packAll } from './pack.mjs';

let failed = 0;
for (const [name, tarball] of packAll()) {
  for (const [command, args] of [
    ['publint', ['run', tarball, '--strict']],
    // Only ES modules are published, and node10 resolution knows no `exports`.
    ['attw', [tarball, '--profile', 'esm-only', '--no-color', '--quiet']],
  ]) {
    const { status } = spawnSync(command, args, {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${command} ${name}`);
    if (status !== 0) failed += 1;
  }
}
process.exit(failed === 0 ? 0 : 1);
