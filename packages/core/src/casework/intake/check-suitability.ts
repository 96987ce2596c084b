/**
 * Add to an enquiry once more is known: the answers about suitability, the tier, the risk. The original request stays
 * unchanged.
 */
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { entryOf, sets, unless } from '../act/entry.js';
import { ANSWERED_TWICE, ENQUIRY_UNKNOWN } from './take-enquiry.js';

export interface SuitabilityContext extends CaseContext {
  readonly enquiry: StoredRecord<'enquiry'> | undefined;
}

/** Sets the values given and leaves the rest; the history keeps the earlier ones. */
export function checkSuitability(
  input: Pick<Input<'enquiry'>, 'suitability' | 'tier' | 'riskNow'>,
  context: SuitabilityContext,
): Result<CaseCommit> {
  const { enquiry } = context;
  if (!enquiry) return failed(ENQUIRY_UNKNOWN);
  const { id: _, ...held } = enquiry.value;
  const said = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined && value !== ''),
  );
  // The codes of the enquiry were in force on the day it came; these are given today.
  const checked = entryOf('enquiry', { ...held, ...said }, context);
  const issues: Issue[] = [...checked.issues].filter(
    ({ at = '' }) => (at.split('.')[0] ?? '') in said,
  );
  const questions = (input.suitability ?? []).map(({ question }) => question);
  if (new Set(questions).size < questions.length) issues.push(ANSWERED_TWICE);
  return unless(issues, () => ({
    commit: { changes: [sets(enquiry, said as Change<'enquiry'>['set'])], reason: 'enquiry' },
    id: enquiry.id,
  }));
}
