#!/usr/bin/env node
/**
 * The gate for every change; with `--full` all tests there are. docs/testing.md says which part runs where. Each part
 * prints into `test-output/NAME.log`; the log of a failed one is printed whole. The counts are alone on the last line.
 *
 *   node scripts/test.mjs [--full] [--no-browsers] [--only NAME,…]
 */
import { createReadStream, mkdirSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { chosen, closingLines, firstFailures, runLanes } from './lanes.mjs';
import { logOf, OUTPUT } from './part-kinds.mjs';
import { partsOf } from './parts.mjs';

const { values } = parseArgs({
  // npm and pnpm pass on a `--`.
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    full: { type: 'boolean', default: false },
    'no-browsers': { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
  },
});

const all = partsOf({ isFull: values.full, hasBrowsers: !values['no-browsers'] });
const names = values.only.flatMap((list) => list.split(','));
const parts = names.length > 0 ? asked(names) : all;

rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });

const begun = performance.now();
const failed = [];
const results = await runLanes(parts, {
  begun: ({ name }) => console.log(`begin ${name}`),
  ended({ name }, outcome, seconds) {
    if (outcome.failed.length > 0) failed.push(name);
    console.log(
      `${outcome.failed.length > 0 ? 'FAIL ' : 'ok   '} ${name}: ${words(outcome)}, ${Math.round(seconds)} s`,
    );
    for (const line of firstFailures(outcome)) console.log(`      ${line}`);
  },
});
for (const name of failed) {
  console.log(`\n== ${name}`);
  await pipeline(createReadStream(logOf(name)), process.stdout, { end: false });
}
console.log('');
for (const line of closingLines(results, (performance.now() - begun) / 1000)) console.log(line);
process.exitCode = failed.length > 0 ? 1 : 0;

function words({ passed, failed: missed, skipped }) {
  return [
    `${passed} passed`,
    ...(missed.length > 0 ? [`${missed.length} failed`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
  ].join(', ');
}

function asked(only) {
  try {
    return chosen(all, only);
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}
