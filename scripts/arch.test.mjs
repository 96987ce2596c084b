/**
 * Proves that the rules of the house can fail: bad files are put into a copy of the tree, and each test sees a rule
 * report its own.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const BAD = {
  'packages/core/src/capture/bad-look-ahead.ts':
    "import { score } from '../risk/instrument.js';\nexport const ahead = score;\n",
  'packages/plugins/csv/src/bad-neighbour.ts':
    "import * as neighbour from '../../practice-rms/src/index.js';\nexport const bad = neighbour;\n",
  'packages/extension/src/views/bad-reach.ts':
    "import * as database from '../storage/place/database.js';\nexport const bad = database;\n",
  'packages/core/src/casework/intake/bad-later-area.ts':
    "import * as keeping from '../keeping/hold.js';\nexport const bad = keeping;\n",
  'packages/core/src/casework/orders/bad-desk.ts':
    "import type * as Diary from '../../desk/diary/diary.js';\nexport type Bad = typeof Diary;\n",
  'packages/extension/src/ports/bad-service.ts':
    "import type * as Start from '../start/composition.js';\nexport type Bad = typeof Start;\n",
  'packages/extension/src/views/act/bad-area.ts':
    "import type * as Subject from '../subject/acts.js';\nexport type Bad = typeof Subject;\n",
  'packages/extension/src/views/sideboard/bad-room.ts':
    "import * as words from '../../locales/translate.js';\nexport const bad = words;\n",
  'packages/core/src/match/bad-circle.ts':
    "import type { Other } from './bad-circle-beside.js';\nexport interface One {\n  readonly other: Other;\n}\n",
  'packages/core/src/match/bad-circle-beside.ts':
    "import type { One } from './bad-circle.js';\nexport interface Other {\n  readonly one: One;\n}\n",
  'packages/extension/src/press/bad-plugin-code.ts':
    "import * as hosted from '../sandbox/file/hosted.js';\nexport const bad = hosted;\n",
  'packages/plugins/roundcube/src/bad-suite.ts':
    "import * as suite from '../e2e/index.ts';\nexport const bad = suite;\n",
};
const CIRCLE = 'packages/core/src/match/bad-circle.ts';
const SURROUNDINGS = 'packages/core/src/page/bad-surroundings.ts';

/** A copy: lint, types and the build may be reading the tree itself at the same time. */
let house;
let cruised;

beforeAll(() => {
  mkdirSync('temp', { recursive: true });
  house = resolve(mkdtempSync('temp/house-'));
  const folders = globSync(['packages/{core,extension}', 'packages/plugins/*']);
  for (const path of [
    '.dependency-cruiser.mjs',
    ...globSync('tsconfig*.json'),
    ...folders.flatMap((folder) => globSync(`${folder}/{src,e2e,package.json,tsconfig*.json}`)),
  ])
    cpSync(path, join(house, path), { recursive: true });
  for (const path of ['.', ...folders].map((folder) => join(folder, 'node_modules')))
    symlinkSync(resolve(path), join(house, path), 'junction');
  for (const [path, text] of Object.entries(BAD)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  // Depth 1: the rules look at a file and its imports; `pnpm arch` checks the rest of the tree.
  cruised = run(
    'depcruise',
    '--config',
    '.dependency-cruiser.mjs',
    '--max-depth',
    '1',
    ...Object.keys(BAD),
  );
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

function run(command, ...args) {
  return spawnSync(command, args, { encoding: 'utf8', cwd: house });
}

describe('the rules of the house', () => {
  it.each([
    ['a stage of the core imports a later one', 'capture-looks-ahead', 'bad-look-ahead'],
    [
      'an area of the casework imports a later one',
      'casework-intake-looks-ahead',
      'bad-later-area',
    ],
    ['the casework imports the desk', 'casework-looks-ahead', 'bad-desk'],
    [
      'a contract of the extension imports what is built on it, by its types',
      'extension-ports-looks-ahead',
      'bad-service',
    ],
    ['an area of the screens imports a later one', 'views-act-looks-ahead', 'bad-area'],
    ['a room has no place in the order of its street', 'room-without-a-place', 'bad-room'],
    ['a plugin imports another plugin', 'plugin-knows-only-core', 'bad-neighbour'],
    ['a view reaches for storage', 'views-get-services', 'bad-reach'],
    [
      'a page of ours loads the code of a plugin',
      'plugin-code-runs-in-the-sandbox',
      'bad-plugin-code',
    ],
    ['a package imports what is for suites alone', 'no-suite-in-a-package', 'bad-suite'],
  ])('fail when %s', (_, rule, file) => {
    expect(cruised.stdout).toMatch(new RegExp(`error ${rule}: \\S*${file}`));
    expect(cruised.status).not.toBe(0);
  });

  it('fail when two files need each other, if only for their types', () => {
    const { stdout, status } = run('depcruise', '--config', '.dependency-cruiser.mjs', CIRCLE);
    expect(stdout).toMatch(/error no-cycle: \S*bad-circle/);
    expect(status).not.toBe(0);
  });

  it('fail to compile when the core names document, fetch, crypto or process', () => {
    writeFileSync(
      join(house, SURROUNDINGS),
      'export const bad = [document.title, fetch, crypto, process];\n',
    );
    // This file alone, with the options of the core's own program.
    const folder = 'packages/core';
    const program = join(house, folder, 'tsconfig.bad.json');
    const alone = { extends: './tsconfig.json', include: [SURROUNDINGS.slice(folder.length + 1)] };
    writeFileSync(program, JSON.stringify(alone));
    const { stdout, status } = run('tsc', '-p', program);
    for (const name of ['document', 'fetch', 'crypto', 'process'])
      expect(stdout).toMatch(new RegExp(`bad-surroundings\\.ts.*Cannot find name '${name}'`));
    expect(status).not.toBe(0);
  });
});
