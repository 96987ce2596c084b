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
        ...[...module.children.allTests('failed')].map(failed),
      ]),
      ...unhandled.map((error) => `nobody caught: ${oneLine(error)}`),
    ];
    writeFileSync(process.env.TOLD_FAILURES, JSON.stringify(lines));
  }
}

/** Of a file or a group: what failed in loading it or in its hooks. */
const brokenOutside = (entity) =>
  entity.errors().map((error) => `${named(entity)}, outside its tests: ${oneLine(error)}`);

const failed = (test) => [named(test), ...test.result().errors.map(oneLine)].join(': ');

const named = (entity) =>
  entity.type === 'module'
    ? entity.relativeModuleId
    : `${entity.module.relativeModuleId}: ${entity.fullName}`;

/** Colours of a terminal, which a line in a log is better without. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape begins each of them.
const COLOUR = /\u001b\[[\d;]*m/g;

/** The name of an error, its first line, and the way to it through files of ours. */
function oneLine({ name, message, stack = '', VITEST_TEST_PATH: file }) {
  const way = stack
    .split('\n')
    .filter((line) => /^\s*at /.test(line) && !/node_modules|node:/.test(line))
    .map((line) => line.trim());
  const parts = [
    `${name ?? 'Error'}: ${String(message).split('\n')[0].replaceAll(COLOUR, '')}`,
    way.slice(0, 4).join(' '),
    file && `in ${file}`,
  ];
  return parts.filter(Boolean).join(' ');
}
