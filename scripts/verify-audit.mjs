#!/usr/bin/env node
/**
 * `pnpm verify-audit FILE [--checkpoint FILE] [--json]`: checks an audit file. Runs the source, put together in memory, so
 * that nothing has to be built first.
 */
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

// pnpm runs scripts at the root of the workspace; the files were named from where the officer stands.
process.chdir(process.env.INIT_CWD ?? process.cwd());
const { outputFiles } = await build({
  entryPoints: [resolve(import.meta.dirname, '../packages/core/src/cli/verify-audit.ts')],
  absWorkingDir: join(import.meta.dirname, '..'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  write: false,
  logLevel: 'error',
});
const [{ contents }] = outputFiles;
await import(`data:text/javascript;base64,${Buffer.from(contents).toString('base64')}`);
