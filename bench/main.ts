/** `pnpm bench capture [--json]`: measures, and says so; it never fails on a figure. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension } from '../scripts/build-extension.mjs';
import { benchCapture } from './capture.ts';
import { captureTable } from './table.ts';

const USAGE = `pnpm bench capture [options]

  --json            figures as JSON on standard output, instead of a table
  --sizes 500,5000  nodes of the pages; 500,5000,50000 unless said otherwise
  --rounds 20       presses of each reader on each page
  --seconds 40      at most this long for one page
  --built FOLDER    an extension that is built already; it is built anew otherwise`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  // pnpm hands its own `--` on.
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    json: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '500,5000,50000' },
    rounds: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '40' },
    built: { type: 'string' },
  },
});

const numbers = {
  sizes: values.sizes.split(',').map(Number),
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
};
const isSound = [...numbers.sizes, numbers.rounds, numbers.seconds].every(
  (number) => Number.isInteger(number) && number > 0,
);
if (positionals.join() !== 'capture' || !isSound) {
  console.error(USAGE);
  process.exit(2);
}

process.env.CHROMIUM_PATH ??= [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
].find(existsSync);
if (!process.env.CHROMIUM_PATH) {
  console.error('No Chromium, Chrome or Edge was found. Set CHROMIUM_PATH to one.');
  process.exit(1);
}

// Progress goes to standard error, so that standard output is JSON and nothing else.
const say = (line: string): void => console.error(`bench: ${line}`);
const figures = await benchCapture({
  ...numbers,
  extension: values.built ? resolve(values.built) : builtAnew(),
  say,
});
console.log(values.json ? JSON.stringify(figures, undefined, 2) : captureTable(figures));

/** The extension as it stands, so that what is measured is what is written. */
function builtAnew(): string {
  say('building the extension, if its sources changed');
  process.chdir(resolve(import.meta.dirname, '..'));
  return resolve(buildExtension('chrome').folder);
}
