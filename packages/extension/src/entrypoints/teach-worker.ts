/** Runs in a blob worker of the sandboxed frame; see sandbox/teach-worker.ts. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startTeachWorker } from '../sandbox/teach-worker.js';

export default defineUnlistedScript(() => startTeachWorker());
