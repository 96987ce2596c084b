/** The law of a stop card, on every save: nobody else's words are kept as the young person's. */
import type { RecordOf } from '../../record/kind.js';
import type { Issue } from '../../shared/issue.js';
import type { SavedRecord } from '../../store/log/gate.js';
import { issueOf } from '../act/issue-of.js';

/** The code of `admission-said-by` for the young person's own words. */
const OWN = 'subject';

/** An error unless the words are said to be the young person's own. */
export function saidByIssues(saidBy: string | undefined): readonly Issue[] {
  if (saidBy === undefined || saidBy === '') return [SAID_BY_MISSING];
  return saidBy === OWN ? [] : [NOT_THEIR_WORDS];
}

/**
 * Asks the same of a card in the save that opens it. A card from before the question was asked may still be completed;
 * an answer that it then gets must be this one too.
 */
export function spokenIssues({ kind, before, after }: SavedRecord): readonly Issue[] {
  if (kind !== 'stopCard' || !after) return [];
  const { saidBy } = after as Partial<RecordOf<'stopCard'>>;
  return before && saidBy === undefined ? [] : saidByIssues(saidBy);
}

const SAID_BY_MISSING = issueOf('missing', 'saidBy', 'Select who said it');
const NOT_THEIR_WORDS = issueOf(
  'not-their-words',
  'saidBy',
  'A stop card keeps only words that the young person said and that you heard or read yourself. Write what somebody else told you in a contact or a note, with who said it.',
);
