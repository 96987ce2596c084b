#!/usr/bin/env node
/**
 * Writes the reference: record kinds, field paths and code lists into the committed pages, the core's interface into
 * docs/reference/api, which git ignores. With `--check` writes nothing and reports which committed page is out of date.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { referencePages } from './reference.mjs';

const API = 'docs/reference/api';
const ENTRIES = [
  'index',
  'capture/teach',
  'report/index',
  'page/html',
  'pack/index',
  'plugin/index',
  'testing/index',
];

const isCheck = process.argv.includes('--check');
let stale = 0;

for (const [path, text] of await referencePages()) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) console.log(`same     ${path}`);
  else if (isCheck) {
    console.error(`stale    ${path}: run pnpm docs`);
    stale += 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`written  ${path}`);
  }
}
if (isCheck) process.exit(stale === 0 ? 0 : 1);

// The core's own settings exclude the tests' entry, and the tests' settings exclude the rest.
const settings = 'temp/typedoc.tsconfig.json';
mkdirSync(dirname(settings), { recursive: true });
writeFileSync(
  settings,
  JSON.stringify({
    extends: '../tsconfig.base.json',
    compilerOptions: { lib: ['ES2023'], types: ['node'] },
    include: ['../packages/core/src'],
    exclude: ['../packages/core/src/**/*.test.ts', '../packages/core/src/**/*.test-d.ts'],
  }),
);
const { status } = spawnSync(
  'typedoc',
  [
    ...ENTRIES.flatMap((entry) => ['--entryPoints', `packages/core/src/${entry}.ts`]),
    ...['--tsconfig', settings, '--out', API, '--name', '@cyber-prevent/core'],
    ...[
      '--readme',
      'none',
      '--excludeInternal',
      '--excludePrivate',
      '--disableSources',
      '--logLevel',
      'Error',
    ],
  ],
  { stdio: 'inherit', shell: process.platform === 'win32' },
);
if (status === 0) console.log(`written  ${API}/index.html`);
process.exit(status ?? 1);
