/** The few code lists that a page shows before it has loaded the rest: those of the terms of a capture. */
import type { CodeLists } from './code-list.js';
import lawfulBasis from './data/lawful-basis.json' with { type: 'json' };
import marking from './data/marking.json' with { type: 'json' };
import necessity from './data/necessity.json' with { type: 'json' };
import purpose from './data/purpose.json' with { type: 'json' };
import { gatherLists } from './gather-lists.js';

/** Those lists by id. Every other list of `gatherCodeLists` is still to come. */
export function firstCodeLists(): CodeLists {
  return gatherLists([lawfulBasis, marking, necessity, purpose]);
}
