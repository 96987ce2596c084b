/**
 * Packs the published packages into tarballs, for the checks and examples that must run on the packages people install.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const packed = resolve('temp/packed');

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
 * @param into - folder of the tarballs; what is in it is deleted
 * @returns package name → path of its tarball
 */
export function packAll(into = packed) {
  rmSync(into, { recursive: true, force: true });
  return new Map(
    publishedPackages().map((folder) => {
      const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return [name, packOne(folder, into)];
    }),
  );
}

/** Packs the package of one folder. @returns the path of the tarball */
export function packOne(folder, into) {
  mkdirSync(into, { recursive: true });
  const result = spawnSync('pnpm', ['pack', '--json', '--pack-destination', resolve(into)], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) throw new Error(`${folder} could not be packed: ${result.stderr}`);
  return resolve(into, JSON.parse(result.stdout).filename);
}
