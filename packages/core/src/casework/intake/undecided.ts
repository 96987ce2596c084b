import type { StoredRecord } from '../../store/log/port.js';
import { type CaseRoot, decisionsOn } from '../act/case-root.js';
import { standingDecision } from '../act/decision-of.js';

/**
 * True while nobody has decided on it. A referral about which more was asked is undecided too.
 *
 * @param records - with the decisions on it
 */
export function isUndecided(root: CaseRoot, records: readonly StoredRecord[]): boolean {
  return root.kind === 'referral'
    ? root.value.status === 'received'
    : standingDecision(decisionsOn(records, root)) === undefined;
}
