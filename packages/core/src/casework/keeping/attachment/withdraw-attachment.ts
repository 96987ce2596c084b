/** Withdraw an attached file. */
import type { StoredRecord } from '../../../store/log/port.js';
import type { CaseCommit } from '../../act/context.js';

/** The save after which the file is no longer shown, found or given out. Its bytes go with the case. */
export function withdrawAttachment({ id, heads }: StoredRecord<'attachment'>): CaseCommit {
  return {
    commit: {
      changes: [{ kind: 'attachment', record: id, parents: heads, set: {}, withdraw: true }],
      reason: 'correction',
    },
    id,
  };
}
