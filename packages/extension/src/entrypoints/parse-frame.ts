/**
 * The sandboxed frame of the parser, a classic script because Firefox runs no module in such a frame; see
 * sandbox/parse-frame.ts.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startParseFrame } from '../sandbox/parse-frame.js';

export default defineUnlistedScript(() => startParseFrame());
