import * as v from 'valibot';
import { PreventError } from '../shared/errors.js';
import { CodeList, type CodeLists } from './code-list.js';

/**
 * Code lists by id; a later list of the same id replaces an earlier one.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when something given is not a code list
 */
export function gatherLists(given: readonly unknown[]): CodeLists {
  const lists = new Map<string, CodeList>();
  for (const list of given) {
    const parsed = v.safeParse(CodeList, list);
    if (!parsed.success)
      throw new PreventError(
        'CP_CODE_LIST_UNKNOWN',
        `Not a code list: ${v.flatten(parsed.issues).root?.[0] ?? parsed.issues[0].message}`,
      );
    lists.set(parsed.output.id, parsed.output);
  }
  return lists;
}
