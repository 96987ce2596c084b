/**
 * The states of an assessment: begun, signed, superseded, or with another level that no second officer has confirmed.
 */
import type { StoredRecord } from '../../store/log/port.js';
import type { Revision } from '../../store/log/revision.js';
import { overrideStanding } from './override-level.js';

export const ASSESSMENT_STANDINGS = ['draft', 'not-confirmed', 'signed', 'superseded'] as const;
export type AssessmentStanding = (typeof ASSESSMENT_STANDINGS)[number];

/**
 * The state of an assessment. Worked out each time, stored nowhere.
 *
 * @param others - assessments of the same subject: one signed after it supersedes it
 * @param history - every revision of it, which proves who confirmed another level; absent: the record's own word, as in
 * a list, which proves nothing
 */
export function assessmentStanding(
  { id, value }: StoredRecord<'assessment'>,
  others: readonly StoredRecord<'assessment'>[],
  history?: readonly Pick<Revision, 'by' | 'set'>[],
): AssessmentStanding {
  if (value.signedAt !== undefined) {
    const isSuperseded = others.some(
      ({ value: other }) => other.supersedes === id && other.signedAt !== undefined,
    );
    return isSuperseded ? 'superseded' : 'signed';
  }
  const isConfirmed = history
    ? overrideStanding(value, history) === 'confirmed'
    : value.override?.confirmedBy !== undefined;
  return value.override && !isConfirmed ? 'not-confirmed' : 'draft';
}
