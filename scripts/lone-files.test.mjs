import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loneFiles } from './lone-files.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lone-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['has a page', '// @vitest-environment happy-dom'],
  ['stubs a global', "vi.stubGlobal('chrome', {});"],
  ['takes a module’s place', "vi.mock('./clock.js');"],
  ['writes to the global object', 'Object.assign(globalThis, { chrome });'],
  ['sets the time zone', "process.env.TZ = 'Europe/London';"],
])('a test that %s has a worker of its own', (_, line) => {
  const path = join(folder, 'one.test.ts');
  writeFileSync(path, `${line}\n`);
  expect(loneFiles(folder)).toEqual([path]);
});

test('a test that only waits shares its worker', () => {
  writeFileSync(join(folder, 'one.test.ts'), 'await vi.waitFor(() => expect(seen).toBe(1));\n');
  expect(loneFiles(folder)).toEqual([]);
});
