/** Builds an extension from source whose page has the vault's own storage; the caller deletes it. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

const EXTENSION = resolve(import.meta.dirname, '../../packages/extension');

/** @returns the folder */
export async function buildVaultPage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-vault-'));
  const here = import.meta.dirname;
  for (const file of ['manifest.json', 'page.html']) cpSync(join(here, file), join(folder, file));
  writeFileSync(join(folder, 'background.js'), '');
  await build({
    ...common(folder),
    entryPoints: [join(here, 'page.ts')],
    plugins: [workerUrls(folder)],
  });
  return folder;
}

export function dexieVersion(): string {
  const manifest = readFileSync(join(EXTENSION, 'node_modules/dexie/package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function common(outdir: string): BuildOptions {
  return {
    bundle: true,
    format: 'esm',
    minify: true,
    outdir,
    platform: 'browser',
    target: 'chrome137',
    conditions: ['@cyber-prevent/source'],
    // The peer is the same Dexie that the vault uses.
    nodePaths: [join(EXTENSION, 'node_modules')],
    logLevel: 'error',
  };
}

/** `./x.worker.ts?worker&url`: the script is built next to the page, and the import gives its address. */
function workerUrls(outdir: string): Plugin {
  const filter = /\?worker&url$/;
  return {
    name: 'worker-urls',
    setup({ onResolve, onLoad }) {
      onResolve({ filter }, ({ path, resolveDir }) => ({
        path: resolve(resolveDir, path.replace(filter, '')),
        namespace: 'worker',
      }));
      onLoad({ filter: /.*/, namespace: 'worker' }, async ({ path }) => {
        await build({ ...common(outdir), entryPoints: [path] });
        const url = `/${basename(path).replace(/\.ts$/, '.js')}`;
        return { contents: `export default ${JSON.stringify(url)};`, loader: 'js' };
      });
    },
  };
}
