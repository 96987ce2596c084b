/** `pnpm bench capture|vault [--json]`: measures, and says so; it never fails on a figure. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension } from '../scripts/build-extension.mjs';
import { benchCapture } from './capture.ts';
import { captureTable } from './table.ts';
import { benchVault } from './vault.ts';
import { vaultTable } from './vault-table.ts';

const USAGE = `pnpm bench capture|vault [options]

  --json            figures as JSON on standard output, instead of a table
  --sizes 500,5000  capture: nodes of the pages, 500,5000,50000 unless said otherwise
                    vault: records, thousands; 10000,100000 unless said otherwise
  --rounds 20       capture: presses of each reader on each page
                    vault: rounds of writing and opening, 7 unless said otherwise
  --seconds 40      capture: at most this long for one page
  --built FOLDER    capture: an extension that is built already; it is built anew otherwise`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  // pnpm hands its own `--` on.
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    json: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string', default: '40' },
    built: { type: 'string' },
  },
});

const DEFAULTS = {
  capture: { sizes: '500,5000,50000', rounds: '20', step: 1 },
  vault: { sizes: '10000,100000', rounds: '7', step: 1000 },
} as const;
const [name = ''] = positionals;
if (positionals.length !== 1 || (name !== 'capture' && name !== 'vault')) refuse();
const { step, ...defaults } = DEFAULTS[name];
const numbers = {
  sizes: (values.sizes ?? defaults.sizes).split(',').map(Number),
  rounds: Number(values.rounds ?? defaults.rounds),
  seconds: Number(values.seconds),
};
const isSound = [...numbers.sizes, numbers.rounds, numbers.seconds].every(
  (number) => Number.isInteger(number) && number > 0,
);
if (!isSound || numbers.sizes.some((size) => size % step !== 0)) refuse();

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
if (name === 'capture') {
  const extension = values.built ? resolve(values.built) : builtAnew();
  print(await benchCapture({ ...numbers, extension, say }), captureTable);
} else {
  print(await benchVault({ ...numbers, say }), vaultTable);
}

function print<Figures>(figures: Figures, table: (figures: Figures) => string): void {
  console.log(values.json ? JSON.stringify(figures, undefined, 2) : table(figures));
}

function refuse(): never {
  console.error(USAGE);
  process.exit(2);
}

/** The extension as it stands, so that what is measured is what is written. */
function builtAnew(): string {
  say('building the extension, if its sources changed');
  process.chdir(resolve(import.meta.dirname, '..'));
  return resolve(buildExtension('chrome').folder);
}
