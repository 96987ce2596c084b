#!/usr/bin/env node
/**
 * From a machine with only Node, npm and git to a working workspace: fetches a newer Node and pnpm if they are missing,
 * installs the packages of the lockfile, finds or installs the browsers, then runs the given command. Node built-ins
 * only, so that it runs before anything is installed. Safe to run again: the second run needs no network.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aptInstall } from './apt.mjs';

const NODE = { major: 24, minimum: [22, 18] };
const PNPM = '12.21.0';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tools = join(root, '.toolchain');
const bins = [];

function say(line) {
  console.log(`setup: ${line}`);
}

function fail(line) {
  console.error(`setup: ${line}`);
  process.exit(1);
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, encoding: 'utf8', ...options });
}

function newEnough([major, minor]) {
  const [wantMajor, wantMinor] = NODE.minimum;
  return major > wantMajor || (major === wantMajor && minor >= wantMinor);
}

function installTool(name, version) {
  mkdirSync(tools, { recursive: true });
  const manifest = join(tools, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = run(npm, ['install', '--no-audit', '--no-fund', `${name}@${version}`], {
    cwd: tools,
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    process.stderr.write(result.stderr ?? '');
    fail(
      `could not install ${name}@${version} from the npm registry: check the network and try again`,
    );
  }
}

function installed(name) {
  try {
    return JSON.parse(readFileSync(join(tools, 'node_modules', name, 'package.json'), 'utf8'))
      .version;
  } catch {
    return undefined;
  }
}

function findNode() {
  const running = process.versions.node.split('.').map(Number);
  if (newEnough(running)) return;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const have = installed(name);
  if (!have?.startsWith(`${NODE.major}.`)) {
    say(
      `Node ${process.versions.node} is too old here; bringing Node ${NODE.major} into .toolchain/`,
    );
    installTool(name, String(NODE.major));
  }
  bins.push(join(tools, 'node_modules', name, 'bin'));
}

function findPnpm() {
  if (installed('pnpm') !== PNPM) {
    say(`bringing pnpm ${PNPM} into .toolchain/`);
    installTool('pnpm', PNPM);
  }
  bins.push(join(tools, 'node_modules', '.bin'));
}

function environment() {
  return {
    ...process.env,
    PATH: [...bins, join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
    // Browser libraries would otherwise download their own browser.
    PUPPETEER_SKIP_DOWNLOAD: '1',
  };
}

/** The lockfile's digest is stored in node_modules: an unchanged workspace is skipped. */
function installPackages(env) {
  const lock = readFileSync(join(root, 'pnpm-lock.yaml'));
  const digest = createHash('sha256').update(lock).digest('hex');
  const stamp = join(root, 'node_modules', '.lock-digest');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  say('installing packages from the lockfile');
  const result = run('pnpm', ['install', '--frozen-lockfile', '--reporter=silent'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) fail('pnpm install did not succeed: the lines above say why');
  writeFileSync(stamp, digest);
}

function onPath(names, env) {
  for (const name of names) {
    const found = run(process.platform === 'win32' ? 'where' : 'which', [name], { env });
    if (found.status === 0) return found.stdout.split(/\r?\n/)[0].trim();
  }
  return undefined;
}

function findBrowsers(env) {
  const chromium = () =>
    process.env.CHROMIUM_PATH ??
    onPath(['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'], env);
  const firefox = () => process.env.FIREFOX_PATH ?? onPath(['firefox-esr', 'firefox'], env);
  const missing = [...(chromium() ? [] : ['chromium']), ...(firefox() ? [] : ['firefox-esr'])];
  if (missing.length > 0) aptInstall([...missing, 'fonts-dejavu-core'], say);
  const found = { chromium: chromium(), firefox: firefox() };
  if (!found.chromium)
    say('no Chromium, Chrome or Edge found: set CHROMIUM_PATH to one; what needs it will say so');
  if (!found.firefox) say('no Firefox found: set FIREFOX_PATH to one; what needs it will say so');
  return found;
}

const started = Date.now();
findNode();
findPnpm();
const env = environment();
installPackages(env);
const browsers = findBrowsers(env);
if (browsers.chromium) env.CHROMIUM_PATH = browsers.chromium;
if (browsers.firefox) env.FIREFOX_PATH = browsers.firefox;
say(`ready in ${((Date.now() - started) / 1000).toFixed(1)} s`);

const [command, ...args] = process.argv.slice(2);
if (command) {
  const result = run(command, args, { env, stdio: 'inherit', shell: process.platform === 'win32' });
  process.exit(result.status ?? 1);
}
