/** Protective marking of everything that leaves the toolkit. */
import * as v from 'valibot';
import { failed, passed, type Result } from '../shared/issue.js';

export const MARKINGS = ['OFFICIAL', 'OFFICIAL-SENSITIVE'] as const;
export const Marking = v.picklist(MARKINGS, 'Select OFFICIAL or OFFICIAL-SENSITIVE');
export type Marking = v.InferOutput<typeof Marking>;

/**
 * The marking of everything about a named person unless an officer chooses another: captures, and every shipped
 * document. The reader of a document makes no difference. The page of an assessment given to a child describes the
 * police's concerns about them. Others must not see it, on a kitchen table or in a file, any more than a notice given
 * to the same child. OFFICIAL alone is for documents that name nobody. A template of a pack or a plugin cannot lower
 * it.
 */
export const MARKING_OF_A_PERSON = 'OFFICIAL-SENSITIVE' satisfies Marking;

/** Refuses anything at SECRET or above: this toolkit is not the place for it. */
export function checkMarking(text: string): Result<Marking> {
  const tidy = text
    .trim()
    .toUpperCase()
    .replace(/[\s:–-]+/g, '-');
  if (v.is(Marking, tidy)) return passed(tidy);
  if (/SECRET/.test(tidy))
    return failed({
      code: 'marking-too-high',
      severity: 'error',
      message:
        'This toolkit holds nothing above OFFICIAL-SENSITIVE. Stop, and record it on the system your force uses for SECRET.',
    });
  return failed({
    code: 'marking-unknown',
    severity: 'error',
    message: 'Select OFFICIAL or OFFICIAL-SENSITIVE',
  });
}
