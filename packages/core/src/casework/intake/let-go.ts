/**
 * The decision to dispose of the records about somebody, and the matters it leaves open to others. Both are worked out
 * from the records.
 */
import type { CodeLists } from '../../codes/code-list.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type CaseRoot, decisionsOn, REFUSES } from '../act/case-root.js';
import { standingDecision } from '../act/decision-of.js';
import { matterIssues, mattersSaid, openMatters } from '../act/refused-matters.js';

/** Decisions after which an identified person is no longer held. */
const LETS_GO: ReadonlySet<string> = new Set(['pass', 'dispose']);

/**
 * The decision to dispose of the root: a referral is refused, an identified person is passed on or disposed of. A later
 * review makes no difference.
 */
export function letGoBy(
  root: CaseRoot,
  records: readonly StoredRecord[],
): StoredRecord<'decision'> | undefined {
  const standing = standingDecision(
    decisionsOn(records, root).filter(({ value }) => value.outcome !== 'reviewed'),
  );
  const outcomes = root.kind === 'referral' ? REFUSES : LETS_GO;
  return standing && outcomes.has(standing.value.outcome) ? standing : undefined;
}

/** The open matters, worked out from the records for any decision maker; none if the root is not to be disposed of. */
export function mattersLeft(
  root: CaseRoot,
  records: readonly StoredRecord[],
  { lists, today }: { readonly lists: CodeLists; readonly today: PlainDate },
): readonly Issue[] {
  const decision = letGoBy(root, records);
  if (!decision) return [];
  const { outcome, decidedOn, reasonCodes = [] } = decision.value;
  const refusals = records.filter(
    (record): record is StoredRecord<'refusal'> =>
      record.kind === 'refusal' &&
      'referralId' in record.value &&
      record.value.referralId === root.id,
  );
  const reasons = [...reasonCodes, ...refusals.flatMap(({ value }) => value.reasonCodes)];
  const matters = mattersSaid(decisionsOn(records, root));
  return [
    ...matterIssues(matters, today),
    ...openMatters(matters, { root, outcome, reasonCodes: reasons, decidedOn, lists }),
  ];
}
