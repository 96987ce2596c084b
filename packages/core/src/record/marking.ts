/** Protective marking of what leaves the toolkit. */
import * as v from 'valibot';
import { failed, passed, type Result } from '../shared/issue.js';

export const MARKINGS = ['OFFICIAL', 'OFFICIAL-SENSITIVE'] as const;
export const Marking = v.picklist(MARKINGS, 'Select OFFICIAL or OFFICIAL-SENSITIVE');
export type Marking = v.InferOutput<typeof Marking>;

/**
 * What whatever is about a named person carries unless an officer chooses otherwise: what is captured, and every shipped
 * document. It does not matter whom a document is for: the page of an assessment that a child is given says what police worry
 * about in them, which is as little for others’ eyes on a kitchen table as in a file, and no less so than a notice that the
 * same child is given. OFFICIAL alone is for what names nobody. A proposal of this toolkit: a force’s own template says its own.
 */
export const MARKING_OF_A_PERSON = 'OFFICIAL-SENSITIVE' satisfies Marking;

/** Anything at SECRET or above is refused: this toolkit is not the place for it. */
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
