/** `pnpm bench capture|vault|casework|desk|fields|match|search|risk [--json]`: measures and reports; it never fails on a figure. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension } from '../scripts/build-extension.mjs';
import { benchCapture } from './capture.ts';
import { againstTable, benchAgainst } from './capture-against.ts';
import { benchCasework } from './casework.ts';
import { caseworkTable } from './casework-table.ts';
import { benchDesk } from './desk/desk.ts';
import { deskTable } from './desk/desk-table.ts';
import { benchComponents } from './fields/components.ts';
import { benchFields } from './fields/fields.ts';
import { benchFill, fillTable } from './fields/forms/fill-bench.ts';
import { benchLayouts } from './fields/layouts/layouts.ts';
import { layoutsTable } from './fields/layouts/layouts-table.ts';
import { componentsTable, fieldsTable } from './fields/table.ts';
import { benchTeach, teachTable } from './fields/teach/teach-bench.ts';
import { benchMatch } from './match.ts';
import { matchTable } from './match-table.ts';
import { benchRisk } from './risk.ts';
import { riskTable } from './risk-table.ts';
import { benchSearch } from './search.ts';
import { searchTable } from './search-table.ts';
import { captureTable } from './table.ts';
import { benchVault } from './vault.ts';
import { vaultTable } from './vault-table.ts';

const USAGE = `pnpm bench capture|vault|casework|desk|fields|match|search|risk [options]

  --json            figures as JSON on standard output, instead of a table
  --sizes 500,5000  capture: nodes of the pages, 500,5000,50000,100000 unless said otherwise
                    vault: records, thousands; 10000,100000 unless said otherwise
                    casework: subjects; 2000,10000 unless said otherwise
                    match, search: people held; 10000,100000 unless said otherwise, search with 200 before
                    risk: assessments scored at once, 100000 unless said otherwise
  --rounds 40       capture: presses of each reader on each page
                    vault: rounds of writing and opening, 7 unless said otherwise
                    casework: unlocks after a start of the browser, 5 unless said otherwise
                    risk: rounds, 40 unless said otherwise
  --seconds 60      capture: at most this long for one page
  --against FOLDER  capture: another built extension, pressed in turns with this one at the first size, five pairs
  --built FOLDER    capture, fields, casework, desk: an extension that is built already; it is built anew otherwise
  --pages FOLDER    fields: saved pages with their truth, ../shared/pages unless said otherwise
  --only SYSTEM     fields: one folder of it; components and layouts whose name begins so
                    desk: jobs whose id begins so
  --adapters        fields: draft with the adapters that ship, not by the generic reading alone
  --dump FILE       fields: what was read, for another scorer
  --components      fields: the components' own examples of govuk-frontend and nhsuk-frontend instead
  --layouts         fields: made pages of many layouts, label sets and ways of saying “not known” instead
  --fill            fields: forms emptied and filled again; with --layouts, made forms
  --teach           fields: taught on one record and read on others; with --layouts, made pages
  --all             with --layouts: the whole crossing, instead of a fixed sample
  --label-sets FILE with --layouts: these label sets instead of the bench's own
  --seed 20261130   with --layouts: another number makes other people
  --write FOLDER    with --layouts: writes the pages with their truth, as saved pages
  --data FOLDER     match: labelled tables, ../shared/data/linkage unless said otherwise`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  // pnpm passes on its own `--`.
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    json: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    built: { type: 'string' },
    against: { type: 'string' },
    pages: { type: 'string', default: '../shared/pages' },
    only: { type: 'string' },
    adapters: { type: 'boolean', default: false },
    components: { type: 'boolean', default: false },
    layouts: { type: 'boolean', default: false },
    fill: { type: 'boolean', default: false },
    teach: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    'label-sets': { type: 'string' },
    seed: { type: 'string', default: '20261130' },
    write: { type: 'string' },
    dump: { type: 'string' },
    data: { type: 'string', default: '../shared/data/linkage' },
  },
});

const DEFAULTS = {
  capture: { sizes: '500,5000,50000,100000', rounds: '40', step: 1 },
  vault: { sizes: '10000,100000', rounds: '7', step: 1000 },
  fields: { sizes: '1', rounds: '1', step: 1 },
  casework: { sizes: '2000,10000', rounds: '5', step: 100 },
  match: { sizes: '10000,100000', rounds: '1', step: 1 },
  search: { sizes: '200,10000,100000', rounds: '1', step: 1 },
  desk: { sizes: '1', rounds: '1', step: 1 },
  risk: { sizes: '100000', rounds: '40', step: 1 },
} as const;
/** Two builds in turns, unless other sizes or rounds are asked for. */
const AGAINST = { nodes: 5000, pairs: 5, presses: 7 };
const ROOT = resolve(import.meta.dirname, '..');
/** A separate scorer, if there is one. */
const JUDGE = resolve(ROOT, '../shared/tools/fieldscore.mjs');
const pages = resolve(ROOT, values.pages);
const [name = ''] = positionals;
if (positionals.length !== 1 || !isBench(name)) refuse();
const { step, ...defaults } = DEFAULTS[name];
const numbers = {
  sizes: (values.sizes ?? defaults.sizes).split(',').map(Number),
  rounds: Number(values.rounds ?? defaults.rounds),
  seconds: Number(values.seconds),
};
const seed = Number(values.seed);
const isSound = [...numbers.sizes, numbers.rounds, numbers.seconds, seed].every(
  (number) => Number.isInteger(number) && number > 0,
);
if (!isSound || numbers.sizes.some((size) => size % step !== 0)) refuse();

process.env.CHROMIUM_PATH ??= [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
].find(existsSync);
const NO_BROWSER: readonly string[] = ['match', 'search', 'risk'];
if (!process.env.CHROMIUM_PATH && !NO_BROWSER.includes(name)) {
  console.error('No Chromium, Chrome or Edge was found. Set CHROMIUM_PATH to one.');
  process.exit(1);
}

// Progress goes to standard error, so that standard output is pure JSON.
const say = (line: string): void => console.error(`bench: ${line}`);
const extension = (): string => (values.built ? resolve(values.built) : builtAnew());
if (name === 'match') {
  const data = resolve(ROOT, values.data);
  print(await benchMatch({ ...numbers, data, say }), matchTable);
} else if (name === 'search') {
  print(await benchSearch({ ...numbers, say }), searchTable);
} else if (name === 'risk') {
  print(await benchRisk({ ...numbers, say }), riskTable);
} else if (name === 'capture' && values.against !== undefined) {
  const [nodes = AGAINST.nodes] = values.sizes === undefined ? [] : numbers.sizes;
  const presses = values.rounds === undefined ? AGAINST.presses : numbers.rounds;
  const against = resolve(ROOT, values.against);
  const { pairs } = AGAINST;
  print(
    await benchAgainst({ extension: extension(), against, nodes, pairs, presses, say }),
    againstTable,
  );
} else if (name === 'capture') {
  print(await benchCapture({ ...numbers, extension: extension(), say }), captureTable);
} else if (name === 'casework') {
  print(await benchCasework({ ...numbers, extension: extension(), say }), caseworkTable);
} else if (name === 'desk') {
  const only = values.only === undefined ? {} : { only: values.only };
  print(await benchDesk({ extension: extension(), ...only, say }), deskTable);
} else if (name === 'fields' && values.components) {
  const only = values.only === undefined ? {} : { only: values.only };
  print(await benchComponents({ extension: extension(), ...only, say }), componentsTable);
} else if (name === 'fields' && (values.fill || values.teach)) {
  if (!existsSync(pages) && !values.layouts) {
    console.log(`skipped: fields, because there is no folder ${values.pages}`);
    process.exit(0);
  }
  const only = values.only === undefined ? {} : { only: values.only };
  const options = { pages, isMade: values.layouts, seed, ...only, say };
  if (values.fill) print(await benchFill(options), fillTable);
  else print(await benchTeach(options), teachTable);
} else if (name === 'fields' && values.layouts) {
  const { only, dump, write, 'label-sets': labelSets } = values;
  print(
    await benchLayouts({
      isWhole: values.all,
      seed,
      ...(only === undefined ? {} : { only }),
      ...(dump === undefined ? {} : { dump }),
      ...(write === undefined ? {} : { write: resolve(ROOT, write) }),
      ...(labelSets === undefined ? {} : { labelSets: resolve(ROOT, labelSets) }),
      say,
    }),
    layoutsTable,
  );
} else if (name === 'fields') {
  if (!existsSync(pages)) {
    console.log(`skipped: fields, because there is no folder ${values.pages}`);
    process.exit(0);
  }
  print(
    await benchFields({
      extension: extension(),
      pages,
      withAdapters: values.adapters,
      ...(values.only === undefined ? {} : { only: values.only }),
      ...(values.dump === undefined ? {} : { dump: values.dump }),
      ...(existsSync(JUDGE) ? { judge: JUDGE } : {}),
      say,
    }),
    fieldsTable,
  );
} else {
  print(await benchVault({ ...numbers, say }), vaultTable);
}

function print<Figures>(figures: Figures, table: (figures: Figures) => string): void {
  console.log(values.json ? JSON.stringify(figures, undefined, 2) : table(figures));
}

function isBench(word: string): word is keyof typeof DEFAULTS {
  return Object.hasOwn(DEFAULTS, word);
}

function refuse(): never {
  console.error(USAGE);
  process.exit(2);
}

/** Builds the current extension, so that the present source is measured. */
function builtAnew(): string {
  say('building the extension, if its sources changed');
  process.chdir(ROOT);
  return resolve(buildExtension('chrome').folder);
}
