/** The copy of a page that is kept with a draft, in the worker: what was not taken is blacked out here. */
import {
  failed,
  PreventError,
  pageToKeep,
  parseSnapshot,
  passed,
  type Result,
} from '@cyber-prevent/core';
import { trouble } from './parse-reply.js';
import type { ParseRequest } from './parse-request.js';

/** Never throws: the next request must find the worker as it was. */
export function parseCopy({
  pieces,
  copy: { draft, origin, choice, mayTakeSpecial },
}: Extract<ParseRequest, { kind: 'copy' }>): Result<string> {
  try {
    const snapshot = parseSnapshot(pieces.join(''));
    if (!snapshot.ok) return snapshot;
    const page = pageToKeep(draft, origin, snapshot.value, choice, mayTakeSpecial);
    return page.ok ? passed(page.value.text) : page;
  } catch (error) {
    const issue = trouble('parse-broke');
    return failed(error instanceof PreventError ? { ...issue, message: error.message } : issue);
  }
}
