/** File a referral: the reviewed draft as one commit. */
import type { Draft } from '../../capture/draft.js';
import { type CodeLists, codeInForce } from '../../codes/code-list.js';
import { answerOf, doubtIssues, type PersonCheck } from '../../match/person-doubt.js';
import { checkRecord } from '../../record/check.js';
import { answersNotInForce } from '../../review/answers-in-force.js';
import { type ChangeSetIds, type ReviewContext, review } from '../../review/index.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { AuditEntry, Change, Commit } from '../../store/log/revision.js';
import { makes } from '../act/entry.js';

export interface FileContext extends ReviewContext, PersonCheck {
  readonly lists: CodeLists;
  /** People already held who were offered as a match and not chosen, with the officer's answer for each. */
  readonly compared?: readonly ComparedSubject[];
}

export interface ComparedSubject {
  /** Id of the person already held. */
  readonly other: RecordId;
  /** A code of `comparison-answer`. */
  readonly answer: string;
  readonly why?: string;
}

export interface FiledReferral {
  readonly commit: Commit;
  readonly ids: ChangeSetIds;
}

const GATE_LISTS = {
  purpose: 'purpose',
  lawfulBasis: 'lawful-basis',
  necessity: 'necessity',
} as const;

/**
 * Reviews the draft and makes its commit. Refuses while a fact taken differs from the one held and the officer has not
 * chosen between them: leave the row, correct it, or name its path in `replace` or `beside`. Refuses too while what was
 * read, taken or left, may be about somebody else than `addTo`, unless the officer has said that they are `meant`.
 */
export function fileReferral(draft: Draft, context: FileContext): Result<FiledReferral> {
  const gateIssues = [...gatesNotInForce(context), ...answersNotInForce(draft, context)];
  if (gateIssues.length > 0) return failed(...gateIssues);
  const reviewed = review(draft, context);
  if (!reviewed.ok) return reviewed;
  const { changes, ids, conflicts } = reviewed.value;
  if (conflicts.some(({ stands }) => stands === 'undecided'))
    return failed(
      ...reviewed.issues.map(
        (issue): Issue =>
          issue.code === 'differs-from-held' ? { ...issue, severity: 'error' } : issue,
      ),
    );
  const settled = [...(context.replace ?? []), ...(context.beside ?? [])];
  const doubts = doubtIssues(draft, context.addTo, context, settled);
  if (doubts.length > 0) return failed(...doubts);
  const comparisons = context.addTo ? passed([]) : comparisonsOf(ids.subject, context);
  if (!comparisons.ok) return comparisons;
  const subject = changes.find(({ kind }) => kind === 'subject');
  // Combining facts from two systems on one person needs its own entry: DPA 2018 s.62(1)(e).
  const combination: AuditEntry = {
    action: 'combination',
    records: [ids.subject, ids.referral],
    fields: Object.keys(subject?.set ?? {}),
    reason: 'referral',
  };
  const added = context.addTo
    ? { audit: [combination], ...answerOf(draft, context.addTo, context.found) }
    : {};
  const all = [...changes, ...comparisons.value];
  return passed({ commit: { changes: all, reason: 'referral', ...added }, ids }, reviewed.issues);
}

/** One for each pair, so that a later search that finds the two does not ask again. */
function comparisonsOf(
  subjectId: RecordId,
  { compared = [], host, lists }: FileContext,
): Result<readonly Change[]> {
  const comparedOn = host.clock.today();
  const changes: Change[] = [];
  for (const { other, answer, why } of compared) {
    if (!codeInForce(lists, 'comparison-answer', answer, comparedOn))
      return failed(notInForce(answer, 'compared'));
    const checked = checkRecord('comparison', {
      id: host.random.id(),
      subjectId,
      otherId: other,
      answer,
      comparedOn,
      ...(why?.trim() ? { why } : {}),
    });
    if (!checked.ok)
      return failed(...checked.issues.map((issue) => ({ ...issue, at: 'compared' })));
    changes.push(makes('comparison', checked.value));
  }
  return passed(changes);
}

function gatesNotInForce({ gates, lists, host }: FileContext): readonly Issue[] {
  const today = host.clock.today();
  return (['purpose', 'lawfulBasis', 'necessity'] as const)
    .filter((gate) => !codeInForce(lists, GATE_LISTS[gate], gates[gate], today))
    .map((gate) => notInForce(gates[gate], gate));
}

function notInForce(code: string, at: string): Issue {
  return {
    code: 'code-not-in-force',
    severity: 'error',
    message: `The code “${code}” is not in use today. Select another.`,
    at,
  };
}
