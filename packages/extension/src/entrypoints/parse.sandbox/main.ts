/** The sandboxed frame of the parser; see sandbox/parse-frame.ts. */
import { startParseFrame } from '../../sandbox/parse-frame.js';

startParseFrame();
