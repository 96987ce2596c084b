/** Makes a force's own edition: the extension from packed packages, and the files that roll it out. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { packAll } from '../pack.mjs';
import { packedEnv } from '../packed-install.mjs';
import { EditionFault } from './edition-fault.mjs';
import { readEdition } from './edition-file.mjs';
import { inspectPacks, inspectPlugins, installKit, installPlugins } from './edition-kit.mjs';
import { leftOut, pluginModules } from './plugin-modules.mjs';
import { FIREFOX_UPDATES, rolloutFiles } from './rollout-files.mjs';

/** Tells a folder that an edition was made in from any other. */
const MADE = 'made.json';
const BUILD_MS = 300_000;
const BUILDS = {
  chromium: { args: ['-b', 'chrome'], folder: '.output/chrome-mv3' },
  firefox: { args: ['-b', 'firefox', '--mv3'], folder: '.output/firefox-mv3' },
};

/**
 * Makes the edition in a folder of its own, and puts it in its place when it is whole.
 *
 * @param file - path of the edition's file
 * @param out - folder for the result; an earlier edition in it is replaced
 * @param browsers - the builds to make
 * @param tarballs - package name → tarball of every published package; packed here by default
 * @returns what was made, and sentences about what was left out
 * @throws {EditionFault} with everything that is wrong with the file; nothing was made then
 */
export function makeEdition({ file, out, browsers = Object.keys(BUILDS), tarballs, schema }) {
  const edition = readEdition(file, schema);
  refuseOther(out);
  refuseOtherIds(out, edition);
  if (!existsSync('packages/core/dist/index.js'))
    throw new Error('Build the packages first: pnpm build');
  mkdirSync('temp', { recursive: true });
  const place = mkdtempSync(resolve('temp/edition-'));
  try {
    const kit = join(place, 'kit');
    const manifest = installKit(kit, tarballs ?? packAll(join(place, 'packed')));
    const plugins = installPlugins(kit, edition);
    const found = inspectPlugins(
      kit,
      manifest,
      plugins.map(({ name }) => name),
    );
    inspectPacks(kit, edition);
    const version = `${manifest.version}.${edition.release}`;
    writeKit(kit, { ...edition, version }, found);
    const result = join(place, 'result');
    for (const browser of browsers) build(kit, BUILDS[browser], join(result, browser));
    const { name, release, id, firefoxId, hostedAt } = edition;
    const made = { name, version, release, id, firefoxId, hostedAt, plugins };
    writeAll(join(result, 'rollout'), rolloutFiles({ ...edition, version }));
    writeFileSync(join(result, MADE), `${JSON.stringify(made, undefined, 2)}\n`);
    putInPlace(result, resolve(out));
    return { made, leftOut: leftOut(found) };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Refuses a folder with anything but an earlier edition in it. */
function refuseOther(out) {
  if (!existsSync(out) || existsSync(join(out, MADE)) || readdirSync(out).length === 0) return;
  throw new EditionFault([
    { where: out, what: 'There is something else in this folder. Name another, or empty it' },
  ]);
}

/** Refuses ids other than those of the edition that was made there before: vaults belong to them. */
function refuseOtherIds(out, edition) {
  const earlier = join(out, MADE);
  if (!existsSync(earlier)) return;
  const made = JSON.parse(readFileSync(earlier, 'utf8'));
  const faults = [
    ['key', 'id'],
    ['firefoxId', 'firefoxId'],
  ]
    .filter(([, id]) => made[id] !== edition[id])
    .map(([where, id]) => ({
      where,
      what: `The edition in ${out} has the id ${made[id]}, and this one would have ${edition[id]}: officers would find empty vaults. Use the earlier one, or name another folder if nobody has that edition`,
    }));
  if (faults.length > 0) throw new EditionFault(faults);
}

function writeKit(kit, { name, key, version, firefoxId, hostedAt }, found) {
  const firefoxUpdates = `${hostedAt}${FIREFOX_UPDATES}`;
  const facts = { name, firefoxId, conditions: [], key, version, firefoxUpdates };
  writeAll(
    kit,
    new Map([['edition.json', JSON.stringify(facts, undefined, 2)], ...pluginModules(found)]),
  );
}

function writeAll(folder, files) {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function build(kit, { args, folder }, into) {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [join(kit, 'node_modules/wxt/bin/wxt.mjs'), 'build', ...args],
    { cwd: kit, encoding: 'utf8', env: packedEnv(), timeout: BUILD_MS },
  );
  if (status !== 0)
    throw new Error(['The edition could not be built', error?.message, stdout, stderr].join('\n'));
  cpSync(join(kit, folder), into, { recursive: true });
}

/** Copies next to the place first, for it may be on another disk; then one rename. */
function putInPlace(result, out) {
  const [part, earlier] = [`${out}.part`, `${out}.earlier`];
  for (const spare of [part, earlier]) rmSync(spare, { recursive: true, force: true });
  mkdirSync(dirname(out), { recursive: true });
  cpSync(result, part, { recursive: true });
  if (existsSync(out)) renameSync(out, earlier);
  renameSync(part, out);
  rmSync(earlier, { recursive: true, force: true });
}
