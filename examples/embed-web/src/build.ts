/** Bundles the page into `dist/`. */
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('..', import.meta.url));

await build({
  absWorkingDir: folder,
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  target: 'es2023',
  minify: true,
  logLevel: 'warning',
  // The core's files import each other only for their order, and are marked as free of side effects.
  logOverride: { 'ignored-bare-import': 'silent' },
});
for (const file of ['index.html', 'style.css'])
  copyFileSync(`${folder}${file}`, `${folder}dist/${file}`);
console.log('Built: dist/index.html');
