/** Builds the extension if its sources have changed since the last build. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SOURCES = [
  'packages/core/src/**/*.{ts,json}',
  'packages/plugins/*/src/**/*.{ts,json}',
  'packages/extension/src/**/*.{ts,tsx,json,scss,html}',
  'packages/extension/public/**/*',
  'packages/extension/{edition.json,wxt.config.ts}',
  'pnpm-lock.yaml',
];

/**
 * @param {'chrome' | 'firefox'} browser
 * @returns {{ folder: string, isFresh: boolean }} the built folder, and whether it had to be built
 */
export function buildExtension(browser = 'chrome') {
  const folder = `packages/extension/.output/${browser}-mv3`;
  // Next to the build, not in it: the loaded folder is exactly the build.
  const stamp = join(dirname(folder), `.sources-${browser}`);
  const digest = sourcesDigest();
  if (
    existsSync(join(folder, 'manifest.json')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === digest
  )
    return { folder, isFresh: false };
  const args = ['build', '-b', browser, ...(browser === 'firefox' ? ['--mv3'] : [])];
  const { status, stderr, stdout } = spawnSync('pnpm', ['exec', 'wxt', ...args], {
    cwd: 'packages/extension',
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`The extension could not be built:\n${stdout}\n${stderr}`);
  writeFileSync(stamp, digest);
  return { folder, isFresh: true };
}

function sourcesDigest() {
  const hash = createHash('sha256');
  for (const file of globSync(SOURCES).sort()) {
    if (!statSync(file).isFile() || /\.(test|e2e)\.tsx?$/.test(file)) continue;
    hash.update(file);
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}
