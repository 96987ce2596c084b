import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type FirefoxExtension,
  loadIntoFirefox,
  MANIFEST_IN_FIREFOX,
} from '../../page/test-firefox.js';
import { VAULT_FILES } from './files.js';
import { FILES_MANIFEST, writeFilesExtension } from './test-files-extension.js';
import type { Seen } from './test-files-firefox.js';

let firefox: FirefoxExtension;

beforeAll(async () => {
  const folder = await writeFilesExtension('test-files-firefox.ts', {
    ...FILES_MANIFEST,
    ...MANIFEST_IN_FIREFOX,
  });
  firefox = await loadIntoFirefox(folder);
});
afterAll(async () => {
  await firefox?.close();
});

it('keeps journal and keyring in Firefox as in Chromium', async () => {
  await firefox.openPanel();
  await expect
    .poll(() => firefox.seen(), { timeout: 240_000, interval: 500 })
    .toMatchObject({
      missing: VAULT_FILES,
      setUp: 0,
      second: expect.stringContaining('open in another window'),
      missingAgain: [],
      header: { vault: 'v1' },
      count: 100,
      damage: [],
      stands: 100,
      wrong: [],
      keys: [0, 51],
      keysAgain: [51, 52, 0],
    });
  const { appendMedianMs } = (await firefox.seen()) as Seen;
  console.log(`Firefox, append and flush: median ${appendMedianMs} ms`);
});
