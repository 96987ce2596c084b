/** The project's own modules, bundled from source, for attacks without a browser. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** A defence removed, for a control: the text must be there, or the control would prove nothing. */
export interface Removal {
  /** Path from the root of the project. */
  readonly file: string;
  readonly text: string;
  readonly by: string;
}

/**
 * Loads a module with all its imports.
 *
 * @param entry - relative to this file
 */
export async function fromSource<T>(entry: string, removals: readonly Removal[] = []): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'from-source-'));
  const outfile = join(folder, 'module.mjs');
  const done = new Set<Removal>();
  try {
    await build({
      entryPoints: [resolve(import.meta.dirname, entry)],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node22',
      conditions: ['@cyber-prevent/source'],
      nodePaths: [resolve(import.meta.dirname, '../packages/extension/node_modules')],
      plugins: [without(removals, done)],
      banner: { js: REQUIRE },
      sourcemap: 'inline',
      logLevel: 'error',
    });
    const kept = removals.filter((removal) => !done.has(removal));
    if (kept.length > 0) throw new Error(`Not taken out: ${kept.map(({ file }) => file).join()}`);
    return (await import(pathToFileURL(outfile).href)) as T;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Packages in the older format load Node's own modules with `require`. */
const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(
  import.meta.url,
)});`;

function without(removals: readonly Removal[], done: Set<Removal>): Plugin {
  const root = resolve(import.meta.dirname, '..');
  return {
    name: 'without',
    setup({ onLoad }) {
      for (const { file } of removals) {
        const path = join(root, file);
        const escaped = path.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
        onLoad({ filter: new RegExp(`^${escaped}$`) }, () => {
          let contents = readFileSync(path, 'utf8');
          for (const removal of removals) {
            if (removal.file !== file || !contents.includes(removal.text)) continue;
            contents = contents.replaceAll(removal.text, removal.by);
            done.add(removal);
          }
          return { contents, loader: 'ts' };
        });
      }
    },
  };
}
