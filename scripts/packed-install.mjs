/** Does the work of an install with the files on this machine: tarballs are unpacked, libraries linked. No network. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

export function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/**
 * Unpacks a tarball of a package into a folder.
 *
 * @returns its manifest
 * @throws {Error} when it is not a tarball of a package, or asks for a version that exists in a workspace alone
 */
export function unpack(tarball, into) {
  mkdirSync(into, { recursive: true });
  const { status, stderr, error } = spawnSync(
    'tar',
    ['-xzf', tarball, '-C', into, '--strip-components=1'],
    { encoding: 'utf8' },
  );
  if (status !== 0)
    throw new Error(`This is not a tarball of a package: ${error?.message ?? stderr.trim()}`);
  const manifest = readManifest(into);
  for (const [library, range] of Object.entries(manifest.dependencies ?? {}))
    if (/^(workspace|catalog):/.test(range))
      throw new Error(`The tarball asks for ${library} as ${range}, which nobody else can install`);
  return manifest;
}

/**
 * Links libraries into the modules of a folder, unless they are there.
 *
 * @param from - folder in whose `node_modules` they are
 */
export function linkLibraries(folder, libraries, from) {
  for (const library of libraries) {
    const at = join(folder, 'node_modules', library);
    if (existsSync(at)) continue;
    mkdirSync(dirname(at), { recursive: true });
    symlinkSync(realpathSync(join(from, 'node_modules', library)), at, 'junction');
  }
}

/** Environment for the caller's Node without its options: a condition there would lead back to the source. */
export function packedEnv() {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return env;
}
