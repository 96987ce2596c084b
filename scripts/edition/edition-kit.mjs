/** A folder in which the extension can be built from packed packages alone, without a path to this workspace's sources. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { standalone } from '../new-plugin.mjs';
import { packOne, publishedPackages } from '../pack.mjs';
import { linkLibraries, packedEnv, readManifest, unpack } from '../packed-install.mjs';
import { EditionFault } from './edition-fault.mjs';
import { pinnedIssuers } from './policy-check.mjs';

const EXTENSION = 'packages/extension';
const OURS = /^@cyber-prevent\//;
const INSPECT_MS = 60_000;
/** Names that a registry takes: a plugin is installed in a folder of its name. */
const PACKAGE_NAME = /^(@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/;

/**
 * Unpacks the extension's sources and the published packages, and links the libraries that they ask for.
 *
 * @param tarballs - package name → tarball, of every published package
 * @returns the manifest of the extension's package
 */
export function installKit(kit, tarballs) {
  const manifest = unpack(packOne(EXTENSION, `${kit}-packed`), kit);
  linkLibraries(kit, foreign({ ...manifest.dependencies, ...manifest.devDependencies }), EXTENSION);
  for (const folder of publishedPackages()) {
    const { name } = readManifest(folder);
    const { dependencies } = unpack(tarballs.get(name), join(kit, 'node_modules', name));
    linkLibraries(kit, foreign(dependencies), folder);
  }
  const settings = join(kit, 'tsconfig.json');
  writeFileSync(settings, JSON.stringify(standalone(JSON.parse(readFileSync(settings, 'utf8')))));
  return manifest;
}

/**
 * Installs the plugins of an edition next to the published packages.
 *
 * @returns name, version and digest of each
 * @throws {EditionFault} when one cannot be unpacked, has the name of another, or asks for a library that is not there
 */
export function installPlugins(kit, { folder, plugins }) {
  const faults = [];
  const installed = plugins.map((path, i) => {
    const where = `plugins[${i}] (${basename(path)})`;
    try {
      return installPlugin(kit, folder, path, `${kit}-plugin-${i}`);
    } catch (error) {
      faults.push({ where, what: error.message });
      return undefined;
    }
  });
  if (faults.length > 0) throw new EditionFault(faults);
  return installed;
}

function installPlugin(kit, folder, path, spare) {
  const tarball = /\.(tgz|tar\.gz)$/.test(path) ? path : packOne(path, `${spare}-packed`);
  const { name, version, dependencies } = unpack(tarball, spare);
  if (!PACKAGE_NAME.test(name ?? '') || version === undefined)
    throw new Error('Its package.json needs the name of a package and a version');
  const at = join(kit, 'node_modules', name);
  if (existsSync(at))
    throw new Error(
      `A package with the name ${name} is there already. Give the plugin its own name`,
    );
  cpSync(spare, at, { recursive: true });
  for (const library of foreign(dependencies)) {
    if (existsSync(join(kit, 'node_modules', library))) continue;
    const from = modulesWith(library, folder);
    if (!from)
      throw new Error(`${name} needs ${library}. Install it in the folder of the edition’s file`);
    linkLibraries(kit, [library], from);
  }
  const sha256 = createHash('sha256').update(readFileSync(tarball)).digest('hex');
  return { name, version, sha256 };
}

/** The nearest folder from here up whose modules have the library. */
function modulesWith(library, folder) {
  if (existsSync(join(folder, 'node_modules', library, 'package.json'))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : modulesWith(library, above);
}

function foreign(dependencies = {}) {
  return Object.keys(dependencies).filter((name) => !OURS.test(name));
}

/**
 * Checks the installed plugins with the core, and describes them.
 *
 * @throws {EditionFault} with the words of the core about what is wrong with one
 */
export function inspectPlugins(kit, manifest, added) {
  const shipped = Object.keys(manifest.dependencies).filter((name) =>
    name.startsWith('@cyber-prevent/plugin-'),
  );
  const { plugins, fault } = inspect(kit, 'plugins', { shipped, added });
  if (fault) throw new EditionFault([{ where: 'plugins', what: fault }]);
  return plugins;
}

/**
 * Reads the packs with the core.
 *
 * @throws {EditionFault} with whatever would keep a pack, or a definition of one, from officers
 */
export function inspectPacks(kit, { packs, policy }) {
  if (packs.length === 0) return;
  const issuers = pinnedIssuers(
    policy,
    packs.map(({ text }) => text),
  );
  const { faults } = inspect(kit, 'packs', { packs, issuers });
  if (faults.length > 0) throw new EditionFault(faults);
}

/**
 * Runs one of the scripts that inspect, where the core is installed.
 *
 * @param what - the second part of its name
 * @param given - what it reads, as JSON
 * @returns what it wrote
 */
function inspect(kit, what, given) {
  const name = `inspect-${what}.mjs`;
  const script = join(kit, name);
  const [input, result] = ['given', 'result'].map((each) => join(kit, `${what}-${each}.json`));
  writeFileSync(input, JSON.stringify(given));
  cpSync(fileURLToPath(new URL(name, import.meta.url)), script);
  const { status, stderr, error } = spawnSync(process.execPath, [script, result, input], {
    cwd: kit,
    encoding: 'utf8',
    env: packedEnv(),
    timeout: INSPECT_MS,
  });
  if (status !== 0)
    throw new EditionFault([{ where: what, what: error?.message ?? (stderr || 'It broke') }]);
  return JSON.parse(readFileSync(result, 'utf8'));
}
