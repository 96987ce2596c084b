#!/usr/bin/env node
/**
 * Officers' own real systems: installs the missing ones from Debian's packages, builds the extension, and runs the
 * suites against them in Chromium. A system that is unavailable on this machine is listed with the reason and left out.
 *
 *   node scripts/systems.mjs
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKAGES as PHPLDAPADMIN } from '../packages/extension/e2e/systems/phpldapadmin/packages.ts';
import { PACKAGES as REDMINE } from '../packages/extension/e2e/systems/redmine/packages.ts';
import { PACKAGES as REQUEST_TRACKER } from '../packages/plugins/request-tracker/e2e/packages.ts';
import { PACKAGES as ROUNDCUBE } from '../packages/plugins/roundcube/e2e/packages.ts';
import { aptInstall, installedVersion, isAtLeast } from './apt.mjs';

const SYSTEMS = [
  { name: 'Request Tracker', packages: REQUEST_TRACKER, suite: 'systems/request-tracker' },
  { name: 'Roundcube', packages: ROUNDCUBE, suite: 'systems/roundcube' },
  { name: 'Redmine', packages: REDMINE, suite: 'systems/redmine' },
  { name: 'phpLDAPadmin', packages: PHPLDAPADMIN, suite: 'systems/phpldapadmin' },
];

/**
 * Looks for each system, and installs a missing one.
 *
 * @returns each with its name, the arguments that choose its tests, and, if it is unavailable, the reason
 */
export function findSystems() {
  return SYSTEMS.map(({ name, packages, suite }) => ({ name, suite, why: findSystem(packages) }));
}

/** The arguments to Vitest for the suites of these systems, and for the code that keeps them running. */
export function systemSuites(systems) {
  const suites = systems.map(({ suite }) => suite);
  const config = ['--config', 'vitest.e2e.config.ts', '--project', 'systems'];
  return [...config, 'plugins/e2e/', ...suites];
}

function findSystem(packages) {
  if (!process.env.CHROMIUM_PATH) return 'no Chromium on this machine; set CHROMIUM_PATH';
  const missing = packages.filter(({ name }) => installedVersion(name) === undefined);
  const names = missing.map(({ name }) => name);
  const why = names.length > 0 ? aptInstall(names, say) : undefined;
  return why ? `${names.join(', ')} missing: ${why}` : tooOld(packages);
}

function tooOld(packages) {
  for (const { name, atLeast } of packages) {
    const version = installedVersion(name) ?? '0';
    if (atLeast !== undefined && !isAtLeast(version, atLeast))
      return `${name} ${version} is too old: ${atLeast} is the least`;
  }
  return undefined;
}

function say(line) {
  console.log(`setup: ${line}`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const systems = findSystems();
  for (const { name, why } of systems)
    if (why) console.log(`skipped: end to end in ${name}: ${why}`);
  const ready = systems.filter(({ why }) => why === undefined);
  const run = (command, ...args) =>
    spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
  if (ready.length > 0)
    process.exitCode =
      run('node', 'scripts/build-extensions.mjs') || run('vitest', 'run', ...systemSuites(ready));
}
