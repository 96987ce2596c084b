/**
 * The team’s own account of its work with a person: what happened at each contact, and the level of each signed
 * assessment. The audience decides who may read it.
 */
import { assessmentStanding } from '../../casework/assess/assessment-standing.js';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { StoredRecord } from '../../store/log/port.js';

export interface WorkInFile {
  /** The contacts of the file that say what happened or who was there. */
  readonly accounts: readonly RecordOf<'intervention'>[];
  /** Signed ones that no later one replaces, earliest first, each with its level in words. */
  readonly assessments: readonly (RecordOf<'assessment'> & { readonly level: string })[];
}

export function workInFile(
  own: <K extends RecordKind>(kind: K) => readonly StoredRecord<K>[],
  interventions: readonly StoredRecord<'intervention'>[],
): WorkInFile {
  const assessments = own('assessment');
  return {
    accounts: interventions
      .map(({ value }) => value)
      .filter(({ note, present }) => note !== undefined || present !== undefined),
    assessments: assessments
      .filter((each) => assessmentStanding(each, assessments) === 'signed')
      .map(({ value }) => ({ ...value, level: levelInWords(value) }))
      .toSorted((a, b) => (a.assessedOn < b.assessedOn ? -1 : 1)),
  };
}

/** “Low, Medium or High”: the levels still possible. Another level, once confirmed, is named with that of the answers. */
function levelInWords({ levels, noLevel, override }: RecordOf<'assessment'>): string {
  if (noLevel === 'gives-no-level') return 'The instrument gives no level';
  const labels = levels.map(({ label }) => label);
  const isGiven = labels.length > 0 && (noLevel === undefined || noLevel === 'answers-missing');
  const [last = '', ...others] = labels.toReversed();
  const either = others.length === 0 ? last : `${others.toReversed().join(', ')} or ${last}`;
  const within = isGiven ? either : 'No level given';
  return override?.confirmedBy === undefined
    ? within
    : `${override.levelLabel}, confirmed by a second officer (from the answers: ${within})`;
}
