/**
 * Packs the published packages into tarballs, for the checks and examples that must run on the packages people install.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export const packed = resolve('temp/packed');

/** Folders of the published packages. */
export function publishedPackages() {
  return [...globSync('packages/core/package.json'), ...globSync('packages/plugins/*/package.json')]
    .filter((path) => JSON.parse(readFileSync(path, 'utf8')).private !== true)
    .map(dirname)
    .sort();
}

/**
 * Packs every published package; each must have been built.
 *
 * @returns package name → path of its tarball
 */
export function packAll() {
  rmSync(packed, { recursive: true, force: true });
  mkdirSync(packed, { recursive: true });
  const tarballs = new Map();
  for (const folder of publishedPackages()) {
    const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const result = spawnSync('pnpm', ['pack', '--json', '--pack-destination', packed], {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (result.status !== 0) throw new Error(`${name} could not be packed: ${result.stderr}`);
    const { filename } = JSON.parse(result.stdout);
    tarballs.set(name, resolve(packed, filename));
  }
  return tarballs;
}
