/** The panel's own part in filling, as its screens call it: put into the real panel for a suite to use. */
import { createPageFill } from '../../src/press/page-fill.ts';
import { quietScripting } from '../../src/press/quiet-scripting.ts';

Object.assign(globalThis, { createPageFill, quietScripting });
