/** File a referral: the reviewed draft as one commit. */
import type { Draft } from '../capture/draft.js';
import { type CodeLists, codeInForce } from '../codes/code-list.js';
import { type ChangeSetIds, type ReviewContext, review } from '../review/index.js';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import type { AuditEntry, Commit } from '../store/revision.js';

export interface FileContext extends ReviewContext {
  readonly lists: CodeLists;
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
 * said which stands: leave the row, correct it, or name its path in `replace`.
 */
export function fileReferral(draft: Draft, context: FileContext): Result<FiledReferral> {
  const gateIssues = gatesNotInForce(context);
  if (gateIssues.length > 0) return failed(...gateIssues);
  const reviewed = review(draft, context);
  if (!reviewed.ok) return reviewed;
  const { changes, ids, conflicts } = reviewed.value;
  if (conflicts.some(({ applied }) => !applied))
    return failed(
      ...reviewed.issues.map(
        (issue): Issue =>
          issue.code === 'differs-from-held' ? { ...issue, severity: 'error' } : issue,
      ),
    );
  const subject = changes.find(({ kind }) => kind === 'subject');
  // Facts of two systems come together on one person: DPA 2018 s.62(1)(e) asks for an entry of its own.
  const combination: AuditEntry = {
    action: 'combination',
    records: [ids.subject, ids.referral],
    fields: Object.keys(subject?.set ?? {}),
    reason: 'referral',
  };
  const audit = context.addTo ? { audit: [combination] } : {};
  return passed({ commit: { changes, reason: 'referral', ...audit }, ids }, reviewed.issues);
}

function gatesNotInForce({ gates, lists, host }: FileContext): readonly Issue[] {
  const today = host.clock.today();
  return (['purpose', 'lawfulBasis', 'necessity'] as const)
    .filter((gate) => !codeInForce(lists, GATE_LISTS[gate], gates[gate], today))
    .map((gate) => ({
      code: 'code-not-in-force',
      severity: 'error',
      message: `The code “${gates[gate]}” is not in use today. Select another.`,
      at: gate,
    }));
}
