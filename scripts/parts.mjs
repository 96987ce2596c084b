/**
 * Everything that a test run checks, part by part: the gate of every change, and the full run that leaves nothing out.
 */
import { join } from 'node:path';
import { isMeasured } from '../assure/measured.ts';
import { lawFiles } from './law-files.mjs';
import { absent, assurance, check, suite } from './part-kinds.mjs';
import { releaseBefore } from './release-before.mjs';
import { findSystems, systemSuites } from './systems.mjs';

const ROOT = join(import.meta.dirname, '..');
const PNPM = ['pnpm', '--silent', 'run'];
const E2E = ['--config', 'vitest.e2e.config.ts', '--project'];

/** For the configurations of Vitest: the choice of tests, and the number of cases of a law. */
const FULL = { TEST_RUN: 'full' };

/** Attacks on the vault for every change; all of them if the vault's sources have changed. */
const EVERY_DAY = ['kill', 'hunt', 'tamper'];

/** Every package; the extension is built by then. Early in its lane, as attacks wait for it. */
const build = {
  name: 'build',
  lane: 'source',
  needs: ['extension'],
  run: check('build', ...PNPM, 'build'),
};

/** Parts that need no browser. */
const source = (isFull) => [
  { name: 'lint', lane: 'source', run: check('lint', 'biome', 'check', '.') },
  build,
  { name: 'types', lane: 'source', run: check('types', 'node', 'scripts/types.mjs') },
  { name: 'architecture', lane: 'source', run: check('architecture', 'node', 'scripts/arch.mjs') },
  { name: 'unused', lane: 'source', run: check('unused', 'knip') },
  ...(isFull
    ? [
        {
          name: 'units',
          lane: 'source',
          run: suite('units', [], { ...FULL, WITHOUT_LAWS: '1' }),
        },
        { name: 'laws', lane: 'source', run: suite('laws', lawFiles(), FULL) },
        carryOver(),
      ]
    : [{ name: 'units', lane: 'source', run: suite('units', []) }]),
];

/** The vault of the release before, in numbers. */
function carryOver() {
  const name = 'carry-over';
  return {
    name,
    lane: 'source',
    run: releaseBefore(ROOT)
      ? check(name, 'node', 'scripts/carry-over.mjs')
      : absent(name, 'this clone has no history of the release before'),
  };
}

/** Checks of the built packages. */
const BUILT = [
  ['interface', ...PNPM, 'api'],
  ['packages', 'node', 'scripts/pack-check.mjs'],
  ['sizes', 'size-limit'],
  ['examples', 'node', 'scripts/examples.mjs'],
].map(([name, ...command]) => ({
  name,
  lane: 'source',
  needs: ['build'],
  run: check(name, ...command),
}));

/** First in its lane, without the other builds: browsers wait only for this one. */
const extension = {
  name: 'extension',
  lane: 'browsers',
  run: check('extension', 'node', 'scripts/build-extensions.mjs'),
};

function browsers(isFull) {
  const env = isFull ? FULL : {};
  const measures = isFull ? [] : ['--quick', ...(isMeasured() ? EVERY_DAY : [])];
  const parts = [
    ['chromium', 'CHROMIUM_PATH', suite('chromium', [...E2E, 'chromium'], env)],
    ['assurance', 'CHROMIUM_PATH', assurance('assurance', measures)],
    ['firefox', 'FIREFOX_PATH', suite('firefox', [...E2E, 'firefox'], env)],
  ];
  return [
    ...parts.map(([name, variable, run]) => ({
      name,
      // The full assurance spends more time on browsers that start and die than on computing.
      lane: isFull && name === 'assurance' ? 'attacks' : 'browsers',
      // Attacks run in Node without a bundler, which reads packages as they are built.
      needs: name === 'assurance' ? ['build'] : ['extension'],
      run: process.env[variable] ? run : absent(name, `no browser here; set ${variable}`),
    })),
    ...(isFull ? [edition(env), systems(), growth()] : []),
  ];
}

/** A force's own edition in a browser. The examples make one in every run. */
function edition(env) {
  return {
    name: 'edition',
    lane: 'browsers',
    // It is made from the built packages.
    needs: ['extension', 'build'],
    run: process.env.CHROMIUM_PATH
      ? suite('edition', [...E2E, 'edition'], env)
      : absent('edition', 'no browser here; set CHROMIUM_PATH'),
  };
}

/** Real record systems, those available on this machine. */
function systems() {
  return {
    name: 'systems',
    lane: 'browsers',
    needs: ['extension'],
    async run() {
      const found = findSystems();
      const ready = found.filter(({ why }) => why === undefined);
      const skipped = found.flatMap(({ name, why }) => (why ? [`systems: ${name}: ${why}`] : []));
      if (ready.length === 0) return { passed: 0, failed: [], skipped };
      const outcome = await suite('systems', systemSuites(ready), FULL)();
      return { ...outcome, skipped: [...skipped, ...outcome.skipped] };
    },
  };
}

/** Growth of the time with the size of a page. Its figures are printed next to their targets; no figure fails. */
function growth() {
  return {
    name: 'growth',
    lane: 'browsers',
    // It reads the built packages, which are not there while they are built.
    needs: ['extension', 'build'],
    run: process.env.CHROMIUM_PATH
      ? check('growth', 'node', 'bench/main.ts', 'capture', '--json')
      : absent('growth', 'no browser here; set CHROMIUM_PATH'),
  };
}

/** @param {{ isFull: boolean, hasBrowsers: boolean }} run */
export function partsOf({ isFull, hasBrowsers }) {
  return [extension, ...source(isFull), ...BUILT, ...(hasBrowsers ? browsers(isFull) : [])];
}
