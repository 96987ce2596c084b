/** The row of an assessment in a list. */
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { ListProjection } from '../act/list-projection.js';
import { type AssessmentStanding, assessmentStanding } from './assessment-standing.js';

export interface AssessmentRow {
  readonly id: RecordId;
  readonly subjectId: RecordId;
  /** Absent if the subject is no longer held. */
  readonly name?: string;
  readonly otherNames: readonly string[];
  /** The id of the instrument; `title` is its title. */
  readonly instrument: string;
  readonly title: string;
  readonly assessedOn: PlainDate;
  readonly standing: AssessmentStanding;
  /**
   * Labels, lowest first; empty if no level is given. Either the levels that the answers leave within reach, or another
   * level that a second officer confirmed.
   */
  readonly levels: readonly string[];
  readonly isOverride: boolean;
  readonly reviewDueOn?: PlainDate;
}

export const assessments: ListProjection<'assessment', AssessmentRow> = {
  joins: [
    { kind: 'subject', by: 'subjectId', named: 'by-row' },
    { kind: 'assessment', by: 'supersedes', named: 'by-other' },
  ],
  row(assessment, joined) {
    const { subjectId, instrument, instrumentTitle, assessedOn, reviewDueOn } = assessment.value;
    const { levels, noLevel, override } = assessment.value;
    const subject = joined('subject')[0]?.value;
    const standing = assessmentStanding(assessment, joined('assessment'));
    const isOverride = override?.confirmedBy !== undefined;
    const isWithinReach = noLevel === undefined || noLevel === 'answers-missing';
    const labels = levels.map(({ label }) => label);
    return {
      id: assessment.id,
      subjectId,
      ...(subject ? { name: subject.name } : {}),
      otherNames: subject?.aliases ?? [],
      instrument,
      title: instrumentTitle,
      assessedOn,
      standing,
      levels: override && isOverride ? [override.levelLabel] : isWithinReach ? labels : [],
      isOverride,
      ...(reviewDueOn === undefined ? {} : { reviewDueOn }),
    };
  },
};
