/** The panel's own part in filling, as its screens call it: put into the real panel for a suite to ask. */
import { createPageFill } from '../../src/app/page-fill.ts';
import { quietScripting } from '../../src/app/quiet-scripting.ts';

Object.assign(globalThis, { createPageFill, quietScripting });
