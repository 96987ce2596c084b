/**
 * A Vitest reporter that writes all that failed, a line each, to the file that TOLD_FAILURES names: tests, what broke
 * outside of any test (a file that does not load, a hook that throws) and errors that nobody caught, which Vitest's
 * own JSON leaves out although they fail the run.
 */
import { writeFileSync } from 'node:fs';

export default class TellFailures {
  onTestRunEnd(modules, unhandled) {
    const lines = [
      ...modules.flatMap((module) => [
        ...brokenOutside(module),
        ...[...module.children.allSuites()].flatMap(brokenOutside),
        ...[...module.children.allTests('failed')].map(named),
      ]),
      ...unhandled.map((error) => `nobody caught: ${oneLine(error)}`),
    ];
    writeFileSync(process.env.TOLD_FAILURES, JSON.stringify(lines));
  }
}

/** Of a file or a group: what failed in loading it or in its hooks. */
const brokenOutside = (entity) =>
  entity.errors().map((error) => `${named(entity)}, outside its tests: ${oneLine(error)}`);

const named = (entity) =>
  entity.type === 'module'
    ? entity.relativeModuleId
    : `${entity.module.relativeModuleId}: ${entity.fullName}`;

/** What it was, and the first place of ours that it came from. */
function oneLine({ name, message, stack = '', VITEST_TEST_PATH: file }) {
  const from = stack
    .split('\n')
    .find((line) => /^\s*at /.test(line) && !/node_modules|node:/.test(line));
  const parts = [
    `${name ?? 'Error'}: ${String(message).split('\n')[0]}`,
    from?.trim(),
    file && `in ${file}`,
  ];
  return parts.filter(Boolean).join(' ');
}
