/** Withdraw an attached file: it is no longer shown, searched or given out. Its bytes go with the case. */
import type { StoredRecord } from '../../../store/log/port.js';
import type { CaseCommit } from '../../act/context.js';

export function withdrawAttachment({ id, heads }: StoredRecord<'attachment'>): CaseCommit {
  return {
    commit: {
      changes: [{ kind: 'attachment', record: id, parents: heads, set: {}, withdraw: true }],
      reason: 'correction',
    },
    id,
  };
}
