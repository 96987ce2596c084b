#!/usr/bin/env node
/**
 * Proves the examples on the packed core: the package that people install, not the source. Each example is copied to
 * temp/examples, where the tarball is unpacked for it and only the libraries named by the tarball and the example are
 * resolved from the workspace. The edition of a force is made for Chromium from every packed package. Needs no network;
 * the packages must have been built.
 *
 *   node scripts/examples.mjs
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { extensionId } from './edition/extension-key.mjs';
import { makeEdition } from './edition/make-edition.mjs';
import { newPlugin, standalone } from './new-plugin.mjs';
import { packAll } from './pack.mjs';
import { linkLibraries, packedEnv, readManifest, unpack } from './packed-install.mjs';

const CORE = '@cyber-prevent/core';
const place = resolve('temp/examples');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const LEFT_OUT = new Set(['node_modules', 'dist', 'out']);

/** A step is its name, followed by the arguments for Node in the example's folder. */
const types = ['types', tsc, '-p', '.'];
const tests = ['tests', 'node_modules/vitest/vitest.mjs', 'run'];
const plug = `
  import { createToolkit } from '${CORE}/plugin';
  import { fromTemplatePlugin } from 'cyber-prevent-plugin-from-template';
  createToolkit([fromTemplatePlugin]).adapter('from-template/referral');
`;

/** The pack, its key and the signed pack. */
const signed = ['pack.json', 'out/issuer-key.json', 'out/wendingshire-1.json'];

const EXAMPLES = [
  {
    name: 'definition-pack',
    steps: [['signed and read', 'sign.mjs', ...signed, 'force']],
    leaves: signed,
  },
  {
    name: 'embed-node',
    steps: [types, tests, ['run', 'src/main.ts']],
    leaves: ['out/case-summary.md', 'out/case-summary.html'],
  },
  {
    name: 'embed-web',
    steps: [types, tests, ['bundle', 'src/build.ts']],
    leaves: ['dist/main.js'],
  },
  {
    name: 'plugin-template',
    make: () => newPlugin('from-template', place).folder,
    steps: [
      types,
      tests,
      ['build', 'node_modules/tsup/dist/cli-default.js'],
      ['plugged in', '--input-type=module', '--eval', plug],
    ],
    leaves: ['dist/index.js', 'dist/index.d.ts'],
  },
];

/** The example in its own folder, as a developer would start with it. */
function copyOf(name) {
  const folder = join(place, name);
  cpSync(join('examples', name), folder, {
    recursive: true,
    filter: (path) => !LEFT_OUT.has(basename(path)),
  });
  const settings = join(folder, 'tsconfig.json');
  if (existsSync(settings))
    writeFileSync(settings, JSON.stringify(standalone(JSON.parse(readFileSync(settings, 'utf8')))));
  return folder;
}

function install(folder, name, tarball) {
  const manifest = readManifest(folder);
  for (const list of [manifest.dependencies, manifest.devDependencies])
    if (list?.[CORE]) list[CORE] = `file:${tarball}`;
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, undefined, 2));

  const unpacked = unpack(tarball, join(folder, 'node_modules', CORE));
  linkLibraries(folder, Object.keys(unpacked.dependencies ?? {}), 'packages/core');
  const own = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  linkLibraries(
    folder,
    own.filter((library) => library !== CORE),
    join('examples', name),
  );
}

function run(folder, args) {
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: packedEnv() });
}

function must({ status, stdout, stderr, error }) {
  if (status !== 0) throw new Error([error?.message, stdout, stderr].filter(Boolean).join('\n'));
}

/** @returns what was proved, for the printed line */
function proveEdition(tarballs) {
  const file = 'examples/edition/edition.json';
  const out = join(place, 'edition');
  const { made, leftOut } = makeEdition({ file, out, browsers: ['chromium'], tarballs });
  if (leftOut.length > 0) throw new Error(`left out: ${leftOut}`);
  const { name, key } = JSON.parse(readFileSync(join(out, 'chromium/manifest.json'), 'utf8'));
  if (name !== made.name || extensionId(Buffer.from(key, 'base64')) !== made.id)
    throw new Error('The manifest has another name or key than the edition');
  return 'made, named and keyed';
}

/** @returns the names of the passed steps, for the printed line */
function prove({ name, make, steps, leaves }, tarball) {
  const folder = make ? make() : copyOf(name);
  install(folder, name, tarball);
  for (const [step, ...args] of steps) {
    try {
      must(run(folder, args));
    } catch (error) {
      throw new Error(`${step}\n${error.message}`);
    }
  }
  for (const file of leaves)
    if (!existsSync(join(folder, file))) throw new Error(`${file} was not written`);
  return steps.map(([step]) => step).join(', ');
}

if (!existsSync('packages/core/dist/index.d.ts')) {
  console.error(`Build the core first: pnpm --filter ${CORE} build`);
  process.exit(1);
}
rmSync(place, { recursive: true, force: true });
mkdirSync(place, { recursive: true });
const tarballs = packAll();
const proofs = [
  ...EXAMPLES.map((example) => [example.name, () => prove(example, tarballs.get(CORE))]),
  ['edition', () => proveEdition(tarballs)],
];
let failed = 0;
for (const [name, proof] of proofs) {
  try {
    console.log(`ok   ${name}: ${proof()}`);
  } catch (error) {
    console.log(`FAIL ${name}: ${error.message}`);
    failed += 1;
  }
}
process.exit(failed === 0 ? 0 : 1);
