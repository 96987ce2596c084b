/**
 * Bundles the reading's sources into one file and loads it: the project's packages run from source only through a
 * bundler.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export async function loadReader(): Promise<typeof import('./reader.ts')> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-reader-'));
  const outfile = join(folder, 'reader.mjs');
  try {
    await build({
      entryPoints: [join(import.meta.dirname, 'reader.ts')],
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      target: 'es2023',
      conditions: ['@cyber-prevent/source', 'import'],
      nodePaths: ['core', 'extension'].map((name) =>
        join(import.meta.dirname, `../../packages/${name}/node_modules`),
      ),
      outfile,
      logLevel: 'error',
    });
    return (await import(pathToFileURL(outfile).href)) as typeof import('./reader.ts');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
