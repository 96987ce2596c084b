import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fullRooms, LISTS, MOST_FILES } from './full-rooms.mjs';

describe('the rule of full rooms', () => {
  let root;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'rooms-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const fills = (folder, count, ending = '.ts') => {
    mkdirSync(join(root, folder), { recursive: true });
    for (let number = 0; number < count; number += 1)
      writeFileSync(join(root, folder, `file-${number}${ending}`), '');
  };

  it('names a folder that has one file too many', () => {
    fills('packages/core/src/match', MOST_FILES + 1);
    expect(fullRooms(root)).toEqual([
      'packages/core/src/match has 41 files, and 40 is the most: give it rooms by what its files do.',
    ]);
  });

  it('counts neither tests, nor what is built, nor what is installed, nor rooms inside', () => {
    fills('packages/core/src/match', MOST_FILES);
    fills('packages/core/src/match', 5, '.test.ts');
    fills('packages/core/src/match/inside', 5);
    fills('packages/core/dist', MOST_FILES + 1, '.js');
    fills('packages/core/node_modules/other', MOST_FILES + 1);
    expect(fullRooms(root)).toEqual([]);
  });

  it('lets a list of alike leaves be as long as what it lists', () => {
    for (const folder of Object.keys(LISTS)) fills(folder, MOST_FILES + 20);
    expect(fullRooms(root)).toEqual([]);
  });

  it('holds in this house', () => {
    expect(fullRooms()).toEqual([]);
  });
});
