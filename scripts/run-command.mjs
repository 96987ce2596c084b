/** Runs a command of the core from its source, bundled in memory, so that nothing has to be built first. */
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** @param {string} entry - from the root of the workspace */
export async function runCommand(entry) {
  const root = resolve(import.meta.dirname, '..');
  // pnpm runs scripts at the root of the workspace; the file names are relative to the officer's folder.
  process.chdir(process.env.INIT_CWD ?? process.cwd());
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    write: false,
    logLevel: 'error',
  });
  const [{ contents }] = outputFiles;
  await import(`data:text/javascript;base64,${Buffer.from(contents).toString('base64')}`);
}
