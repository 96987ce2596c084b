/**
 * A Vitest reporter that writes every failure, a line each, to the file that TOLD_FAILURES names: tests, failures
 * outside any test (a file that does not load, a hook that throws) and uncaught errors, which Vitest's own JSON leaves
 * out although they fail the run.
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

/** Failures in loading a file or in the hooks of a file or a group. */
const brokenOutside = (entity) =>
  entity.errors().map((error) => `${named(entity)}, outside its tests: ${oneLine(error)}`);

const failed = (test) => [named(test), ...test.result().errors.map(oneLine)].join(': ');

const named = (entity) =>
  entity.type === 'module'
    ? entity.relativeModuleId
    : `${entity.module.relativeModuleId}: ${entity.fullName}`;

/** Colours of a terminal, which are removed from a line in a log. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape begins each of them.
const COLOUR = /\u001b\[[\d;]*m/g;

/** The name of an error, its first line, and its stack frames in our files. */
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
