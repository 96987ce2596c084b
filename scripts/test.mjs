#!/usr/bin/env node
/**
 * The whole gate: every check, every unit test, the packed examples, the end-to-end suites, also against real systems,
 * and the quick assurance run. Says what each step did, goes on after a failure so that one run shows all of them, and
 * ends with the counts alone on the last line.
 *
 *   node scripts/test.mjs [--no-browsers]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSystems, systemSuites } from './systems.mjs';

const withBrowsers = !process.argv.includes('--no-browsers');
const output = 'test-output';
const reporters = ['default', 'json', './scripts/tell-failures.mjs'].map(
  (name) => `--reporter=${name}`,
);
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

function run(command, args, env = {}) {
  return (
    spawnSync(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    }).status ?? 1
  );
}

/** One command that passes or fails as a whole. */
function check(name, command, ...args) {
  heading(name);
  if (run(command, args) === 0) total.passed += 1;
  else fail(name);
}

/** A Vitest run, counted test by test; each thing that failed is told again at the end, by file and name. */
function suite(name, args, env) {
  heading(name);
  const report = join(output, `${name.replace(/\W+/g, '-')}.json`);
  const failuresFile = report.replace(/json$/, 'failures.json');
  const status = run('vitest', ['run', ...args, ...reporters, `--outputFile.json=${report}`], {
    ...env,
    TOLD_FAILURES: failuresFile,
  });
  const counts = read(report);
  total.passed += counts?.numPassedTests ?? 0;
  total.skipped += (counts?.numPendingTests ?? 0) + (counts?.numTodoTests ?? 0);
  if (status === 0) return;
  const told = read(failuresFile) ?? [];
  const lines =
    told.length > 0 ? told : [`it ended with ${status}, and told of nothing that failed`];
  total.failed += lines.length;
  failures.push(`${name}: ${lines.length}`, ...lines.map((line) => `  ${line}`));
}

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** The quick assurance run, counted measure by measure: one holds when each of its figures does. */
function assurance(name) {
  heading(name);
  const { status, stdout } = spawnSync('node', ['assure/main.ts', '--quick', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  writeFileSync(join(output, 'assurance.json'), stdout);
  let outcomes;
  try {
    ({ outcomes } = JSON.parse(stdout));
  } catch {
    return fail(`${name}: it ended with ${status} and no figures`);
  }
  for (const { name: measure, findings, skipped } of outcomes) {
    const missed = findings.filter(({ holds }) => !holds);
    for (const { what, figure, bar } of missed)
      console.log(`missed: ${measure}: ${what}: ${figure} (${bar})`);
    if (skipped) {
      console.log(`skipped: ${measure}: ${skipped}`);
      total.skipped += 1;
    } else if (missed.length > 0) fail(`${name}: ${measure}`);
    else total.passed += 1;
  }
}

function skip(name, why) {
  heading(name);
  console.log(`skipped: ${name}: ${why}`);
  total.skipped += 1;
}

function fail(name) {
  total.failed += 1;
  failures.push(name);
}

function heading(name) {
  console.log(`\n== ${name}`);
}

check('lint', 'biome', 'check', '.');
check('types', 'node', 'scripts/types.mjs');
check('architecture', 'node', 'scripts/arch.mjs');
check('unused code', 'knip');
suite('unit tests', []);
check('build', 'pnpm', '--silent', 'run', 'build');
check('public interface', 'pnpm', '--silent', 'run', 'api');
check('packages', 'node', 'scripts/pack-check.mjs');
check('sizes', 'size-limit');
check('examples on the packed core', 'node', 'scripts/examples.mjs');

if (withBrowsers) {
  const chromium = process.env.CHROMIUM_PATH;
  const firefox = process.env.FIREFOX_PATH;
  const config = ['--config', 'vitest.e2e.config.ts'];
  if (chromium) suite('end to end in Chromium', [...config, '--project', 'chromium']);
  else skip('end to end in Chromium', 'no Chromium on this machine; set CHROMIUM_PATH');
  if (chromium) assurance('assurance of the vault');
  else skip('assurance of the vault', 'no Chromium on this machine; set CHROMIUM_PATH');
  if (firefox) suite('smoke in Firefox', [...config, '--project', 'firefox']);
  else skip('smoke in Firefox', 'no Firefox on this machine; set FIREFOX_PATH');
  const systems = findSystems();
  const ready = systems.filter(({ why }) => why === undefined);
  for (const { name, why } of systems) if (why) skip(`end to end in ${name}`, why);
  if (ready.length > 0) suite('end to end in real systems', systemSuites(ready));
}

console.log('');
for (const line of failures) console.log(`failed: ${line}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed === 0 ? 0 : 1);
