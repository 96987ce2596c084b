/** All screens save through the one path, which saves once. */
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';

const VIEWS = join(import.meta.dirname, '..');
const files = globSync('**/*.{ts,tsx}', { cwd: VIEWS }).filter((file) => !/\.test\./.test(file));

it('no screen commits by itself', () => {
  const committing = files.filter((file) =>
    /\bstore\s*\.commit\(|\{[^}]*\bcommit\b[^}]*\} = (?:services\.)?store\b/.test(
      readFileSync(join(VIEWS, file), 'utf8'),
    ),
  );
  expect(files.length).toBeGreaterThan(200);
  expect(committing).toEqual([]);
});

it('one file hands commits to the keeper', () => {
  const keeping = files.filter((file) =>
    /\bsaves\s*\.keep\(/.test(readFileSync(join(VIEWS, file), 'utf8')),
  );
  expect(keeping.map((file) => relative('.', file))).toEqual([join('act', 'save-once.ts')]);
});
