/** Runs in a blob worker of the sandboxed frame; see sandbox/file/file-worker.ts. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startFileWorker } from '../sandbox/file/file-worker.js';

export default defineUnlistedScript(() => startFileWorker());
