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

/** Acts that only add a record, or undo that, and so correct nothing that anyone was given. */
const ADDING = [
  'capture/fill/note-given.ts',
  'capture/fill/reference-step.tsx',
  'contact/safeguarding/save-concern.ts',
  'keeping/ending/handover-view.tsx',
  'keeping/known-person/tell-form.tsx',
];

it('whoever saves without the frame says who must be told of a correction', () => {
  const silent = files
    .filter((file) => !file.startsWith('act'))
    .filter((file) => {
      const text = readFileSync(join(VIEWS, file), 'utf8');
      return /\b(?:keepOnce|saveOnce)\(|\btakeBack\(services/.test(text) && !/\bowed\b/.test(text);
    })
    .map((file) => file.replaceAll('\\', '/'));
  expect(silent.sort()).toEqual(ADDING);
});
