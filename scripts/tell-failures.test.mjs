import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tell-failures-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The failures reported for a real run of these files. */
function told(files) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const report = join(folder, 'told.json');
  const { status } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--root', folder, '--globals'],
      `--reporter=${join(ROOT, 'scripts/tell-failures.mjs')}`,
    ],
    { env: { ...process.env, TOLD_FAILURES: report }, stdio: 'ignore' },
  );
  return { status, lines: JSON.parse(readFileSync(report, 'utf8')) };
}

it('tells nothing of a run in which all holds', () => {
  expect(told({ 'a.test.mjs': `it('holds', () => {});` })).toEqual({ status: 0, lines: [] });
});

it('tells a test, a file, a hook and an error that nobody caught, each by where it was', () => {
  const { status, lines } = told({
    'test.test.mjs': `describe('a group', () => { it('fails', () => expect(1).toBe(2)); });`,
    'file.test.mjs': `import './nothing.mjs';`,
    'hook.test.mjs': `describe('a group', () => {
      it('holds', () => {});
      afterAll(() => { throw new Error('a folder is left'); });
    });`,
    'late.test.mjs': `it('holds', async () => {
      void Promise.reject(new TypeError('nobody waits'));
      await new Promise((done) => setTimeout(done, 20));
    });`,
  });
  expect(status).toBe(1);
  expect(lines.toSorted()).toEqual([
    expect.stringMatching(/^file\.test\.mjs, outside its tests: .*nothing\.mjs/),
    expect.stringMatching(/^hook\.test\.mjs: a group, outside its tests: Error: a folder is left/),
    expect.stringMatching(/^nobody caught: TypeError: nobody waits .*late\.test\.mjs/),
    expect.stringMatching(
      /^test\.test\.mjs: a group > fails: AssertionError: expected 1 to be 2.* at .*test\.test\.mjs:1/,
    ),
  ]);
});
