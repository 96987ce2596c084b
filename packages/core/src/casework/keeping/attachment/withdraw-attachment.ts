/** Withdraw an attached file, with the reason. */
import { codeInForce } from '../../../codes/code-list.js';
import { failed, passed, type Result } from '../../../shared/issue.js';
import type { StoredRecord } from '../../../store/log/port.js';
import type { CaseCommit, CaseContext } from '../../act/context.js';
import { issueOf } from '../../act/issue-of.js';

/** The code list of the reasons. */
export const WITHDRAWALS = 'attachment-withdrawal';

/**
 * The save after which the file is no longer shown, found or given out. Its bytes go with the case of the person whose
 * file it is at that time.
 *
 * @param why - a code of {@link WITHDRAWALS}
 */
export function withdrawAttachment(
  { id, heads }: StoredRecord<'attachment'>,
  why: string | undefined,
  { host, lists }: CaseContext,
): Result<CaseCommit> {
  const code = why && codeInForce(lists, WITHDRAWALS, why, host.clock.today());
  if (!code) return failed(WITHDRAWAL_WHY);
  const set = { withdrawnWhy: code.code };
  return passed({
    commit: {
      changes: [{ kind: 'attachment', record: id, parents: heads, set, withdraw: true }],
      reason: 'correction',
    },
    id,
  });
}

export const WITHDRAWAL_WHY = issueOf(
  'attachment-withdrawal-why',
  'withdrawnWhy',
  'Select why the file is withdrawn',
);
