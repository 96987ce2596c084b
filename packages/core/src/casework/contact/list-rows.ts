/** Rows of concerns, incidents and graded notes. */
import { writtenGrade } from '../../record/grade.js';
import type { SafeguardingConcern } from '../../record/safeguarding-concern.js';
import { civilDay } from '../../shared/civil-day.js';
import type { Instant, PlainDate, RecordId } from '../../shared/primitives.js';
import type { ListProjection } from '../act/list-projection.js';
import { type ConcernState, concernState, riskOfConcern } from './concern-state.js';

/** The time a concern was raised, its risk and its state. The officer opens it to read its text. */
export interface ConcernRow {
  readonly id: RecordId;
  /** Absent if nobody is named yet. */
  readonly subjectId?: RecordId;
  /** Absent if nobody is named yet, or the subject is no longer held. */
  readonly name?: string;
  readonly otherNames: readonly string[];
  readonly raisedAt: Instant;
  /** A code of `risk-now`; absent until somebody says it. */
  readonly riskNow?: string;
  /** Codes of `safeguarding-told`: they tell a concern from another where nobody is named yet; absent otherwise. */
  readonly told?: readonly string[];
  readonly state: ConcernState;
  readonly closedOn?: PlainDate;
}

/** The person, the day and the codes of a graded note. The officer opens it to read its text. */
export interface NoteRow {
  readonly id: RecordId;
  /** Absent if it is about nobody on record. */
  readonly subjectId?: RecordId;
  /** Absent if it is about nobody, or the subject is no longer held. */
  readonly name?: string;
  readonly otherNames: readonly string[];
  /** Day of the intelligence; of the note if that was not given. */
  readonly on: PlainDate;
  readonly recordedOn: PlainDate;
  /** A code of `statement-type`. */
  readonly statement: string;
  /** As graded: “2 C P”. */
  readonly grade: string;
  /** A code of `handling-code`. */
  readonly handling: string;
}

export interface IncidentRow {
  readonly id: RecordId;
  readonly happenedOn: PlainDate;
  readonly place: string;
  readonly reference?: string;
}

export const concerns: ListProjection<'safeguardingConcern', ConcernRow> = {
  joins: [{ kind: 'subject', by: 'subjectId', named: 'by-row' }],
  row({ id, value, createdAt }, joined) {
    const { subjectId, closedOn } = value;
    const subject = joined('subject')[0]?.value;
    const riskNow = riskOfConcern(value);
    return {
      id,
      ...(subjectId === undefined ? {} : { subjectId }),
      ...(subject ? { name: subject.name } : {}),
      otherNames: subject?.aliases ?? [],
      raisedAt: createdAt,
      ...(riskNow === undefined ? {} : { riskNow }),
      ...(subjectId === undefined ? { told: toldOf(value) } : {}),
      state: concernState(value),
      ...(closedOn === undefined ? {} : { closedOn }),
    };
  },
};

/** Everybody who was told, at first or later. */
function toldOf({ told, additions = [] }: SafeguardingConcern): readonly string[] {
  const codes = [...told, ...additions.flatMap((each) => each.told ?? [])];
  return [...new Set(codes)].filter((code) => code !== 'nobody-yet');
}

export const notes: ListProjection<'intelligenceNote', NoteRow> = {
  joins: [{ kind: 'subject', by: 'subjectId', named: 'by-row' }],
  row({ id, value, createdAt }, joined) {
    const { subjectId, intelligenceOn, statement, grade } = value;
    const subject = joined('subject')[0]?.value;
    const recordedOn = civilDay(createdAt);
    return {
      id,
      ...(subjectId === undefined ? {} : { subjectId }),
      ...(subject ? { name: subject.name } : {}),
      otherNames: subject?.aliases ?? [],
      on: intelligenceOn ?? recordedOn,
      recordedOn,
      statement,
      grade: writtenGrade(grade),
      handling: grade.handlingCode,
    };
  },
};

export const incidents: ListProjection<'incident', IncidentRow> = {
  joins: [],
  row({ id, value: { happenedOn, place, reference } }) {
    return { id, happenedOn, place, ...(reference === undefined ? {} : { reference }) };
  },
};
