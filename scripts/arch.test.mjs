/** The rules of the house can fail: each test writes the bad file, sees the rule name it, and takes it away again. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const written = [];

function writeBad(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  written.push(path);
}

function cruise(...paths) {
  const { stdout, status } = spawnSync(
    'depcruise',
    ['--config', '.dependency-cruiser.mjs', ...paths],
    {
      encoding: 'utf8',
    },
  );
  return { stdout, status };
}

afterEach(() => {
  for (const path of written.splice(0)) rmSync(path, { force: true });
});

describe('the rules of the house', () => {
  it('fail when a stage of the core imports a later one', () => {
    writeBad(
      'packages/core/src/capture/bad-look-ahead.ts',
      "import { score } from '../risk/instrument.js';\nexport const ahead = score;\n",
    );
    const { stdout, status } = cruise('packages/core/src/capture');
    expect(stdout).toContain('capture-looks-ahead');
    expect(status).not.toBe(0);
  });

  it('fail when a plugin imports another plugin', () => {
    writeBad(
      'packages/plugins/csv/src/bad-neighbour.ts',
      "import * as neighbour from '../../practice-rms/src/index.js';\nexport const bad = neighbour;\n",
    );
    const { stdout, status } = cruise('packages/plugins/csv/src');
    expect(stdout).toContain('plugin-knows-only-core');
    expect(status).not.toBe(0);
  });

  it('fail when a view reaches for storage', () => {
    writeBad(
      'packages/extension/src/views/bad-reach.ts',
      "import * as database from '../storage/database.js';\nexport const bad = database;\n",
    );
    const { stdout, status } = cruise('packages/extension/src/views');
    expect(stdout).toContain('views-get-services');
    expect(status).not.toBe(0);
  });

  it('fail when a package imports what is for suites alone', () => {
    writeBad(
      'packages/plugins/roundcube/src/bad-suite.ts',
      "import * as suite from '../e2e/index.ts';\nexport const bad = suite;\n",
    );
    const { stdout, status } = cruise('packages/plugins/roundcube/src');
    expect(stdout).toContain('no-suite-in-a-package');
    expect(status).not.toBe(0);
  });

  it('fail to compile when the core names document, fetch, crypto or process', () => {
    writeBad(
      'packages/core/src/page/bad-surroundings.ts',
      'export const bad = [document.title, fetch, crypto, process];\n',
    );
    const { stdout, status } = spawnSync('tsc', ['-p', 'packages/core/tsconfig.json'], {
      encoding: 'utf8',
    });
    for (const name of ['document', 'fetch', 'crypto', 'process'])
      expect(stdout).toMatch(new RegExp(`bad-surroundings\\.ts.*Cannot find name '${name}'`));
    expect(status).not.toBe(0);
  });
});
