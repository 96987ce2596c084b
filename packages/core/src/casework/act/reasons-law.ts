/**
 * Matches reasons to outcomes: the list of reasons says which go together. Checked for every decision and every
 * refusal.
 */
import { type CodeLists, codeInForce, codeLabel, fitsWith } from '../../codes/code-list.js';
import type { RecordOf } from '../../record/kind.js';
import { canonical } from '../../shared/canonical.js';
import type { Issue } from '../../shared/issue.js';
import type { SavedRecord } from '../../store/log/gate.js';
import { REFUSES } from './case-root.js';

export const REASONS = 'decision-reason';
const OUTCOMES = 'decision-outcome';

type Decided = Pick<RecordOf<'decision'>, 'outcome' | 'reasonCodes' | 'decidedOn'>;
type Refused = Pick<RecordOf<'refusal'>, 'reasonCodes' | 'refusedOn'>;

/** An error for each reason that does not go with the outcome, so that no decision contradicts itself. */
export function contradictions(
  { outcome, reasonCodes = [], decidedOn }: Decided,
  lists: CodeLists,
): readonly Issue[] {
  return reasonCodes.flatMap((code): readonly Issue[] => {
    const row = codeInForce(lists, REASONS, code, decidedOn);
    if (!row || fitsWith(row, OUTCOMES, outcome)) return [];
    const decision = codeLabel(lists, OUTCOMES, outcome);
    return [
      {
        code: 'reason-contradicts',
        severity: 'error',
        message: `“${row.label}” is not a reason for the decision “${decision}”. Select another reason, or another decision.`,
        at: 'reasonCodes',
      },
    ];
  });
}

/**
 * Reports a contradiction that a save would store. One stored by an earlier release may be changed in any other way.
 */
export function reasonIssues(
  { kind, before, after }: SavedRecord,
  lists: CodeLists,
): readonly Issue[] {
  if (!after || (kind !== 'decision' && kind !== 'refusal')) return [];
  const said = ({ outcome, reasonCodes }: object & Partial<Decided>) =>
    canonical({ outcome: outcome ?? null, reasonCodes: reasonCodes ?? [] });
  if (before && said(before.value as Partial<Decided>) === said(after)) return [];
  if (kind === 'decision') return contradictions(after as unknown as Decided, lists);
  const { reasonCodes, refusedOn } = after as unknown as Refused;
  return reasonCodes.flatMap((code) => {
    const told = [...REFUSES].map((outcome) =>
      contradictions({ outcome, reasonCodes: [code], decidedOn: refusedOn }, lists),
    );
    return told.every((issues) => issues.length > 0) ? (told[0] ?? []) : [];
  });
}
