/** The suite of adapter files, run on those named in `ADAPTER_FILES`: absolute paths, one per line. */
import { readFileSync } from 'node:fs';
import { testAdapterFile } from './adapter.js';

const paths = (process.env.ADAPTER_FILES ?? '').split('\n').filter((path) => path !== '');
for (const path of paths) testAdapterFile(readFileSync(path, 'utf8'));
