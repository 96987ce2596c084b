/** Rows of concerns and incidents. */
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
  readonly state: ConcernState;
  readonly closedOn?: PlainDate;
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
      state: concernState(value),
      ...(closedOn === undefined ? {} : { closedOn }),
    };
  },
};

export const incidents: ListProjection<'incident', IncidentRow> = {
  joins: [],
  row({ id, value: { happenedOn, place, reference } }) {
    return { id, happenedOn, place, ...(reference === undefined ? {} : { reference }) };
  },
};
