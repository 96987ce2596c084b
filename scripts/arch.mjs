#!/usr/bin/env node
/**
 * The rules of the house on imports between modules, and on how many files share a folder. The core's own compile,
 * without browser and Node types, is in `types`.
 */
import { spawnSync } from 'node:child_process';
import { fullRooms } from './full-rooms.mjs';

const args = ['--config', '.dependency-cruiser.mjs', 'packages', 'examples', 'bench', 'assure'];
const { status } = spawnSync('depcruise', args, {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
const full = fullRooms();
for (const sentence of full) console.error(sentence);
process.exit((status ?? 1) || Number(full.length > 0));
