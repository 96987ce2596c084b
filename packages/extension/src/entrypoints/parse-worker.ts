/** Runs in a blob worker of the sandboxed frame; see sandbox/parse-worker.ts. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startParseWorker } from '../sandbox/parse-worker.js';

export default defineUnlistedScript(() => startParseWorker());
