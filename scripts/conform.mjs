#!/usr/bin/env node
/**
 * `pnpm conform FILE [FILE …]`: the public conformance suite on adapter files, as the extension exports them. For a
 * reader who was given a file and has no project to test it in.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Name the adapter files to test: pnpm conform register.adapter.json');
  process.exit(2);
}
const { status } = spawnSync('vitest', ['run', '--config', 'vitest.conform.config.ts'], {
  cwd: resolve(import.meta.dirname, '..'),
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, ADAPTER_FILES: files.map((file) => resolve(file)).join('\n') },
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
