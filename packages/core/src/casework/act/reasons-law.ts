/**
 * Matches reasons to outcomes: the list of reasons says which go together. Checked for every decision and every
 * refusal.
 */
import {
  type Code,
  type CodeLists,
  codeInForce,
  codesInForce,
  fitsWith,
} from '../../codes/code-list.js';
import type { RecordOf } from '../../record/kind.js';
import { canonical } from '../../shared/canonical.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { SavedRecord } from '../../store/log/gate.js';
import { ELSEWHERE, REFUSES } from './case-root.js';

export const REASONS = 'decision-reason';
const OUTCOMES = 'decision-outcome';

type Decided = Pick<RecordOf<'decision'>, 'outcome' | 'reasonCodes' | 'decidedOn'>;
type Refused = Pick<RecordOf<'refusal'>, 'reasonCodes' | 'refusedOn'>;

/** The reasons that are offered for an outcome on that day; none before an outcome is chosen. */
export function reasonsFor(
  outcome: string | undefined,
  lists: CodeLists,
  on: PlainDate,
): readonly Code[] {
  if (!outcome) return [];
  return codesInForce(lists, REASONS, on).filter((row) => fitsWith(row, OUTCOMES, outcome));
}

/** An error for each reason that does not go with the outcome, so that no decision contradicts itself. */
export function contradictions(
  { outcome, reasonCodes = [], decidedOn }: Decided,
  lists: CodeLists,
): readonly Issue[] {
  const verb = (each: string) => verbOf(each, lists, decidedOn);
  return reasonCodes.flatMap((code): readonly Issue[] => {
    const row = codeInForce(lists, REASONS, code, decidedOn);
    if (!row || fitsWith(row, OUTCOMES, outcome)) return [];
    return [
      {
        code: 'reason-contradicts',
        severity: 'error',
        message: `“${row.label}” is a reason to ${acts(row, outcome, verb)}. Choose a reason to ${verb(outcome)}`,
        at: 'reasonCodes',
      },
    ];
  });
}

/**
 * The acts that the reason does go with, of those that can be decided where this outcome can: a person identified by an
 * officer is referred, not accepted.
 */
function acts({ onlyWith }: Code, outcome: string, verb: (outcome: string) => string): string {
  const all = onlyWith?.[OUTCOMES] ?? [];
  const here = all.filter((each) => ELSEWHERE.has(each) === ELSEWHERE.has(outcome));
  const verbs = (here.length > 0 ? here : all).map(verb);
  const [last = '', ...others] = verbs.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} or ${last}`;
}

/** The act of an outcome; the name of the outcome where a list that was handed over has none. */
function verbOf(outcome: string, lists: CodeLists, on: PlainDate): string {
  const row =
    codeInForce(lists, OUTCOMES, outcome, on) ??
    lists.get(OUTCOMES)?.codes.find(({ code }) => code === outcome);
  return row?.verb ?? `decide “${row?.label ?? outcome}”`;
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
