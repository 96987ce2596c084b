/**
 * A stage of the core from its source, bundled: plain Node resolves neither `./x.js` to `x.ts` nor the export
 * condition.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** @param entry - path below the core's `src` */
export async function fromSource(entry: string): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-stage-'));
  const outfile = join(folder, 'stage.mjs');
  try {
    await build({
      entryPoints: [resolve(import.meta.dirname, '../packages/core/src', entry)],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node22',
      conditions: ['@cyber-prevent/source'],
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
