#!/usr/bin/env node
/** Both builds of the extension, each only if its sources changed. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExtension } from './build-extension.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
for (const browser of ['chrome', 'firefox']) {
  const { folder, isFresh } = buildExtension(browser);
  console.log(`${isFresh ? 'built' : 'unchanged'} ${folder}`);
}
