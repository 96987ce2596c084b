/**
 * Bundles the reading's sources into one file and loads it: the project's packages run from source only through a
 * bundler.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export function loadReader(): Promise<typeof import('./reader.ts')> {
  return loaded('reader.ts');
}

/** The reading of forms, of filling and of teaching. */
export function loadFormReader(): Promise<typeof import('./forms/form-reader.ts')> {
  return loaded('forms/form-reader.ts');
}

async function loaded<Entry>(entry: string): Promise<Entry> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-reader-'));
  const outfile = join(folder, 'reader.mjs');
  try {
    await build({
      entryPoints: [join(import.meta.dirname, entry)],
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
    return (await import(pathToFileURL(outfile).href)) as Entry;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
