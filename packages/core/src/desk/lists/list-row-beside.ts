/** Rows of what stands beside subjects, referrals and enquiries: who was identified, what was refused, advice, incidents. */

import {
  type ConcernState,
  concernState,
  riskOfConcern,
} from '../../casework/contact/concern-state.js';
import type { Instant, PlainDate, RecordId } from '../../shared/primitives.js';
import type { ListProjection } from './list-projection.js';

export interface IdentifiedRow {
  readonly id: RecordId;
  readonly subjectId: RecordId;
  /** Absent where the subject does not stand any more. */
  readonly name?: string;
  readonly otherNames: readonly string[];
  readonly reference?: string;
  readonly identifiedOn: PlainDate;
}

/** Codes and dates: a refusal has no word about the person, and neither has its row. */
export interface RefusalRow {
  readonly id: RecordId;
  readonly refusedOn: PlainDate;
  /** Codes of `decision-reason`. */
  readonly reasonCodes: readonly string[];
  /** A code of `referral-route`. */
  readonly route?: string;
  readonly keepUntil?: PlainDate;
  /** Whether the referral that was refused is still held. */
  readonly isHeld: boolean;
}

export interface AdviceRow {
  readonly id: RecordId;
  readonly givenOn: PlainDate;
  /** A code of `advice-topic`. */
  readonly topic: string;
  readonly organisation?: string;
  readonly followUpDueOn?: PlainDate;
  readonly followedUpOn?: PlainDate;
}

/** Of a concern when it was raised, how serious it is and how far it has come: what it says is read where it is opened. */
export interface ConcernRow {
  readonly id: RecordId;
  /** Absent where nobody is named yet. */
  readonly subjectId?: RecordId;
  /** Absent where nobody is named yet, or the subject does not stand any more. */
  readonly name?: string;
  readonly otherNames: readonly string[];
  readonly raisedAt: Instant;
  /** A code of `risk-now`. */
  readonly riskNow: string;
  readonly state: ConcernState;
  readonly closedOn?: PlainDate;
}

export interface IncidentRow {
  readonly id: RecordId;
  readonly happenedOn: PlainDate;
  readonly place: string;
  readonly reference?: string;
}

export const identified: ListProjection<'identification', IdentifiedRow> = {
  kind: 'identification',
  joins: [{ kind: 'subject', by: 'subjectId', named: 'by-row' }],
  row({ id, value: { subjectId, identifiedOn, reference } }, joined) {
    const subject = joined('subject')[0]?.value;
    return {
      id,
      subjectId,
      ...(subject ? { name: subject.name } : {}),
      otherNames: subject?.aliases ?? [],
      ...(reference === undefined ? {} : { reference }),
      identifiedOn,
    };
  },
};

export const refusals: ListProjection<'refusal', RefusalRow> = {
  kind: 'refusal',
  joins: [{ kind: 'referral', by: 'referralId', named: 'by-row' }],
  row({ id, value: { refusedOn, reasonCodes, route, keepUntil } }, joined) {
    return {
      id,
      refusedOn,
      reasonCodes,
      ...(route === undefined ? {} : { route }),
      ...(keepUntil === undefined ? {} : { keepUntil }),
      isHeld: joined('referral').length > 0,
    };
  },
};

export const advice: ListProjection<'advice', AdviceRow> = {
  kind: 'advice',
  joins: [],
  row({ id, value: { givenOn, topic, organisation, followUpDueOn, followedUpOn } }) {
    return {
      id,
      givenOn,
      topic,
      ...(organisation === undefined ? {} : { organisation }),
      ...(followUpDueOn === undefined ? {} : { followUpDueOn }),
      ...(followedUpOn === undefined ? {} : { followedUpOn }),
    };
  },
};

export const incidents: ListProjection<'incident', IncidentRow> = {
  kind: 'incident',
  joins: [],
  row({ id, value: { happenedOn, place, reference } }) {
    return { id, happenedOn, place, ...(reference === undefined ? {} : { reference }) };
  },
};

export const concerns: ListProjection<'safeguardingConcern', ConcernRow> = {
  kind: 'safeguardingConcern',
  joins: [{ kind: 'subject', by: 'subjectId', named: 'by-row' }],
  row({ id, value, createdAt }, joined) {
    const { subjectId, closedOn } = value;
    const subject = joined('subject')[0]?.value;
    return {
      id,
      ...(subjectId === undefined ? {} : { subjectId }),
      ...(subject ? { name: subject.name } : {}),
      otherNames: subject?.aliases ?? [],
      raisedAt: createdAt,
      riskNow: riskOfConcern(value),
      state: concernState(value),
      ...(closedOn === undefined ? {} : { closedOn }),
    };
  },
};
