#!/usr/bin/env node
/**
 * Starts a plugin: copies examples/plugin-template under a new name.
 *
 *   pnpm new:plugin NAME [--dir packages/plugins]
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const template = join(root, 'examples/plugin-template');
const home = join(root, 'packages/plugins');
/** Leftovers of a build, an install or a test run in the template's folder. */
const NOT_COPIED = new Set(['node_modules', 'dist', '.DS_Store']);
const LONGEST_NAME = 40;

/**
 * The fault of a name, in a sentence; undefined if it is valid. The name becomes a folder, a package, the first part of
 * every adapter's id and a variable, so it must suit all of them.
 */
export function nameTrouble(name) {
  if (!name) return 'Give the plugin a name: pnpm new:plugin north-rms';
  if (name.length > LONGEST_NAME) return `Use ${LONGEST_NAME} characters or fewer for the name`;
  if (/^(@|cyber-prevent-)/.test(name))
    return 'Give the name alone, like north-rms: the package becomes cyber-prevent-plugin-north-rms';
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    return `“${name}” will not do as a name. Use small letters, digits and single hyphens, and begin with a letter, like north-rms`;
  return undefined;
}

/**
 * Copies the template. A plugin in packages/plugins belongs to this workspace; anywhere else it is independent, with
 * plain versions and all compiler settings in its folder.
 *
 * @param dir - parent of the plugin's folder, relative to the present one
 * @param inWorkspace - whether that folder is one of the workspace's
 * @returns the plugin's folder, its package's name and whether the workspace includes it
 * @throws {Error} with a sentence for the author: the name is invalid, or the folder exists already
 */
export function newPlugin(name, dir = home, inWorkspace = resolve(dir) === resolve(home)) {
  const trouble = nameTrouble(name);
  if (trouble) throw new Error(trouble);
  const folder = resolve(dir, name);
  if (existsSync(folder))
    throw new Error(
      `${shown(folder)} is there already. Choose another name, or move it away first`,
    );
  const packageName = `cyber-prevent-plugin-${name}`;
  const rename = renaming(name, packageName);
  // Every text is finished before the first is written, so that a failure leaves no half-made plugin behind.
  const files = filesOf(template).map((path) => {
    const text = rename(readFileSync(join(template, path), 'utf8'));
    return [join(folder, path), finished(path, text, inWorkspace)];
  });
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return { folder, packageName, inWorkspace };
}

function filesOf(folder, under = '') {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_COPIED.has(entry.name)) return [];
    const path = join(under, entry.name);
    return entry.isDirectory() ? filesOf(folder, path) : [path];
  });
}

/** All names in one pass, so that a name with *plugin-template* in it is not renamed twice. */
function renaming(name, packageName) {
  const words = name.replaceAll('-', ' ');
  const names = {
    '@cyber-prevent/plugin-template': packageName,
    'plugin-template': name,
    pluginTemplate: name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()),
    'Plugin Template': `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
  };
  const any = new RegExp(Object.keys(names).join('|'), 'g');
  return (text) => text.replace(any, (found) => names[found]);
}

function finished(path, text, inWorkspace) {
  if (path === 'README.md')
    return text.replace(/<!-- The template:.*<!-- End of the template\. -->\n\n/s, '');
  if (path === 'tsconfig.json')
    return inWorkspace
      ? text.replace('../../tsconfig.base.json', '../../../tsconfig.base.json')
      : json(standalone(JSON.parse(text)));
  if (path === 'package.json' && !inWorkspace) return json(withVersions(JSON.parse(text)));
  return text;
}

/** Compiler settings that include the workspace's own, for a package outside it. */
export function standalone({ extends: _, compilerOptions, ...rest }) {
  const base = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8'));
  const { customConditions, ...options } = base.compilerOptions;
  return { compilerOptions: { ...options, ...compilerOptions }, ...rest };
}

/** Plain versions, as in this workspace, instead of `catalog:` and `workspace:`. */
function withVersions(manifest) {
  const core = JSON.parse(readFileSync(join(root, 'packages/core/package.json'), 'utf8'));
  const workspace = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  const catalog = new Map(
    [...workspace.matchAll(/^ {2}["']?([@\w/.-]+)["']?: (\d\S*)$/gm)].map(([, name, version]) => [
      name,
      version,
    ]),
  );
  const plain = (dependencies) =>
    Object.fromEntries(
      Object.entries(dependencies).map(([name, range]) => {
        if (range === 'workspace:*') return [name, `>=${core.version}`];
        if (range !== 'catalog:') return [name, range.replace(/^workspace:/, '')];
        const version = catalog.get(name);
        if (version === undefined) throw new Error(`pnpm-workspace.yaml has no version of ${name}`);
        return [name, version];
      }),
    );
  return {
    ...manifest,
    devDependencies: plain(manifest.devDependencies),
    peerDependencies: plain(manifest.peerDependencies),
  };
}

function json(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function shown(folder) {
  return relative(process.cwd(), folder).split(sep).join('/') || '.';
}

/** Options and name in any order; pnpm passes on a typed `--`. */
function main(args) {
  const { values, positionals } = parseArgs({
    args: args.filter((arg) => arg !== '--'),
    options: { dir: { type: 'string' } },
    allowPositionals: true,
  });
  if (positionals.length > 1)
    throw new Error('Give one name. Join its words by hyphens, like north-rms');
  const { folder, packageName, inWorkspace } = newPlugin(positionals[0], values.dir);
  const at = shown(folder);
  const test = inWorkspace ? `pnpm unit ${at}` : 'pnpm exec vitest run';
  console.log(`Made ${packageName} in ${at}

Next:
  1. ${inWorkspace ? 'pnpm install' : `cd ${at} && pnpm install`}
  2. ${test}   (it passes as it is)
  3. Put a saved page of your system, without a real name in it, in place of ${at}/fixtures/referral-1.html,
     and describe it in ${at}/src/referral.ts`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
