import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesOf } from './profile-walk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cp-walk-'));
  for (const [below, text] of [
    ['a', 'first'],
    ['b/c', 'second'],
    ['d', 'third'],
  ] as const) {
    mkdirSync(join(folder, below), { recursive: true });
    writeFileSync(join(folder, below, 'file'), text);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the walk through a profile', () => {
  it('reads every file, however deep', () => {
    const found = [...filesOf(folder)].map(({ name, content }) => `${name} ${content}`);
    expect(found.sort()).toEqual(['a/file first', 'b/c/file second', 'd/file third']);
  });

  it('goes on where the browser takes a folder or a file away under it', () => {
    const walk = filesOf(folder);
    expect(walk.next().value?.name).toBe('a/file');
    rmSync(join(folder, 'b'), { recursive: true });
    expect([...walk].map(({ name }) => name)).toEqual(['d/file']);
  });

  it('says so when something that is there cannot be read', () => {
    expect(() => [...filesOf(`${folder}\0`)]).toThrow();
  });
});
