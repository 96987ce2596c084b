/** The kinds of part in a test run, each from its command to its counts. Each part prints into its own file. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of a run's output. */
export const OUTPUT = 'test-output';

const REPORTERS = ['default', 'json', './scripts/tell-failures.mjs'].map(
  (name) => `--reporter=${name}`,
);

/** The file with all output of a part. */
export const logOf = (name) => join(OUTPUT, `${name}.log`);

const NOTHING = { passed: 0, failed: [], skipped: [] };

/** One command that passes or fails as a whole. */
export function check(name, command, ...args) {
  return async () => {
    const status = await runInto(logOf(name), command, args);
    return status === 0
      ? { ...NOTHING, passed: 1 }
      : { ...NOTHING, failed: [`${name}: it ended with ${status}`] };
  };
}

/** A Vitest run, counted test by test; each failed or skipped one is listed by file and name. */
export function suite(name, args, env) {
  return async () => {
    const report = join(OUTPUT, `${name}.json`);
    const failures = join(OUTPUT, `${name}.failures.json`);
    const status = await runInto(
      logOf(name),
      'vitest',
      ['run', ...args, ...REPORTERS, `--outputFile.json=${report}`],
      { ...env, TOLD_FAILURES: failures },
    );
    const { numPassedTests = 0, testResults = [] } = read(report) ?? {};
    const failed = status === 0 ? [] : (read(failures) ?? []);
    if (status !== 0 && failed.length === 0)
      failed.push(`it ended with ${status}, and told of nothing that failed`);
    return {
      passed: numPassedTests,
      failed: failed.map((line) => `${name}: ${line}`),
      skipped: testResults.flatMap(({ assertionResults }) =>
        assertionResults
          .filter(({ status: end }) => end !== 'passed' && end !== 'failed')
          .map(({ fullName }) => `${name}: ${fullName}`),
      ),
    };
  };
}

/** An assurance run, counted measure by measure: one passes if each of its figures does. */
export function assurance(name, args) {
  return async () => {
    const report = join(OUTPUT, `${name}.json`);
    const status = await runInto(logOf(name), 'node', [
      'assure/main.ts',
      ...['--json', '--out', report],
      ...args,
    ]);
    const { outcomes } = read(report) ?? {};
    if (!outcomes)
      return { ...NOTHING, failed: [`${name}: it ended with ${status} and no figures`] };
    const skipped = outcomes.filter((each) => each.skipped);
    const missed = outcomes.flatMap(({ name: measure, findings }) =>
      findings
        .filter(({ holds }) => !holds)
        .map(({ what, figure, bar }) => `${name}: ${measure}: ${what}: ${figure} (${bar})`),
    );
    return {
      passed: outcomes.filter((each) => !each.skipped && each.findings.every(({ holds }) => holds))
        .length,
      failed: missed,
      skipped: skipped.map((each) => `${name}: ${each.name}: ${each.skipped}`),
    };
  };
}

/** A part that cannot be run on this machine. */
export function absent(name, why) {
  return async () => ({ ...NOTHING, skipped: [`${name}: ${why}`] });
}

/** @returns the exit status of the command */
function runInto(log, command, args, env = {}) {
  const file = openSync(log, 'a');
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', file, file],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  }).finally(() => closeSync(file));
}

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
