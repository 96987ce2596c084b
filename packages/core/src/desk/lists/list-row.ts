/**
 * What a list shows of a record before it is opened: names, references, and the few codes and dates that put it in order.
 * One projection a list; a new list is a row here. Nothing else of a person is in a row, since a list is not a consultation.
 */

import {
  type AssessmentStanding,
  assessmentStanding,
} from '../../casework/assess/assessment-standing.js';
import { type EnquiryState, enquiryState } from '../../casework/intake/enquiry-state.js';
import { isUntold } from '../../casework/orders/condition-evidence.js';
import { type ConditionState, conditionState } from '../../casework/orders/order-state.js';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import { LIST_NAMES, type ListName } from './list-name.js';
import type { ListProjection } from './list-projection.js';
import {
  type AdviceRow,
  advice,
  type ConcernRow,
  concerns,
  type IdentifiedRow,
  type IncidentRow,
  identified,
  incidents,
  type RefusalRow,
  refusals,
} from './list-row-beside.js';

export interface SubjectRow {
  readonly id: RecordId;
  readonly name: string;
  readonly otherNames: readonly string[];
  /** Of all referrals, the latest referral's own first. */
  readonly references: readonly string[];
  /** Of the latest referral. */
  readonly receivedOn?: PlainDate;
  /** Of the latest referral: a code of `referral-status`. */
  readonly status?: string;
}

export interface ReferralRow {
  readonly id: RecordId;
  readonly subjectId: RecordId;
  /** Absent where the subject does not stand any more. */
  readonly name?: string;
  readonly otherNames: readonly string[];
  /** Its own first. */
  readonly references: readonly string[];
  readonly receivedOn: PlainDate;
  /** A code of `referral-status`. */
  readonly status: string;
  /** A code of `referral-route`. */
  readonly route?: string;
}

/** An enquiry names nobody, and so does its row. */
export interface EnquiryRow {
  readonly id: RecordId;
  readonly references: readonly string[];
  readonly receivedOn: PlainDate;
  readonly route: string;
  /** A code of `risk-now`. */
  readonly riskNow: string;
  readonly tier?: string;
  readonly state: EnquiryState;
  readonly repliedOn?: PlainDate;
}

export interface AssessmentRow {
  readonly id: RecordId;
  readonly subjectId: RecordId;
  /** Absent where the subject does not stand any more. */
  readonly name?: string;
  readonly otherNames: readonly string[];
  /** Its id and its title. */
  readonly instrument: string;
  readonly title: string;
  readonly assessedOn: PlainDate;
  readonly standing: AssessmentStanding;
  /** In words, lowest first, none where none is given: those that the answers leave within reach, or another one that a second officer confirmed. */
  readonly levels: readonly string[];
  readonly isOverride: boolean;
  readonly reviewDueOn?: PlainDate;
}

/** Of a condition its day and how far it has come: what it asks is read where it is opened. */
export interface ConditionRow {
  readonly id: RecordId;
  readonly subjectId: RecordId;
  readonly orderId: RecordId;
  /** Absent where the subject does not stand any more. */
  readonly name?: string;
  readonly otherNames: readonly string[];
  /** A code of `order-kind`; absent where what it is part of does not stand any more. */
  readonly orderKind?: string;
  /** A code of `condition-aim`. */
  readonly aim: string;
  readonly dueOn: PlainDate;
  readonly state: ConditionState;
  /** Evidence that it may have been breached, of which nobody was told: it is what the diary asks for. */
  readonly untold: readonly RecordId[];
}

export interface ListRowOf {
  readonly subjects: SubjectRow;
  readonly referrals: ReferralRow;
  readonly identified: IdentifiedRow;
  readonly refusals: RefusalRow;
  readonly enquiries: EnquiryRow;
  readonly assessments: AssessmentRow;
  readonly conditions: ConditionRow;
  readonly concerns: ConcernRow;
  readonly advice: AdviceRow;
  readonly incidents: IncidentRow;
}

const referralReferences = ({ reference, otherReferences }: RecordOf<'referral'>) => [
  ...(reference === undefined ? [] : [reference]),
  ...otherReferences,
];

const subjects: ListProjection<'subject', SubjectRow> = {
  kind: 'subject',
  joins: [{ kind: 'referral', by: 'subjectId', named: 'by-other' }],
  row({ id, value: { name, aliases } }, joined) {
    const referrals = joined('referral').toSorted((a, b) =>
      b.value.receivedOn.localeCompare(a.value.receivedOn),
    );
    const latest = referrals[0]?.value;
    return {
      id,
      name,
      otherNames: aliases,
      references: [...new Set(referrals.flatMap(({ value }) => referralReferences(value)))],
      ...(latest ? { receivedOn: latest.receivedOn, status: latest.status } : {}),
    };
  },
};

const referrals: ListProjection<'referral', ReferralRow> = {
  kind: 'referral',
  joins: [{ kind: 'subject', by: 'subjectId', named: 'by-row' }],
  row({ id, value }, joined) {
    const { subjectId, receivedOn, status, route } = value;
    const subject = joined('subject')[0]?.value;
    return {
      id,
      subjectId,
      ...(subject ? { name: subject.name } : {}),
      otherNames: subject?.aliases ?? [],
      references: referralReferences(value),
      receivedOn,
      status,
      ...(route === undefined ? {} : { route }),
    };
  },
};

const enquiries: ListProjection<'enquiry', EnquiryRow> = {
  kind: 'enquiry',
  joins: [
    { kind: 'decision', by: 'enquiryId', named: 'by-other' },
    { kind: 'referral', by: 'enquiryId', named: 'by-other' },
    { kind: 'refusal', by: 'enquiryId', named: 'by-other' },
  ],
  row(enquiry, joined) {
    const { reference, receivedOn, route, riskNow, tier, repliedOn } = enquiry.value;
    return {
      id: enquiry.id,
      references: reference === undefined ? [] : [reference],
      receivedOn,
      route,
      riskNow,
      ...(tier === undefined ? {} : { tier }),
      state: enquiryState(enquiry, joined('decision'), [
        ...joined('referral'),
        ...joined('refusal'),
      ]),
      ...(repliedOn === undefined ? {} : { repliedOn }),
    };
  },
};

const assessments: ListProjection<'assessment', AssessmentRow> = {
  kind: 'assessment',
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

const conditions: ListProjection<'condition', ConditionRow> = {
  kind: 'condition',
  joins: [
    { kind: 'subject', by: 'subjectId', named: 'by-row' },
    { kind: 'order', by: 'orderId', named: 'by-row' },
    { kind: 'conditionEvidence', by: 'conditionId', named: 'by-other' },
  ],
  row(condition, joined) {
    const { subjectId, orderId, aim, dueOn } = condition.value;
    const subject = joined('subject')[0]?.value;
    const orders = joined('order');
    const evidence = joined('conditionEvidence');
    const orderKind = orders[0]?.value.kind;
    return {
      id: condition.id,
      subjectId,
      orderId,
      ...(subject ? { name: subject.name } : {}),
      otherNames: subject?.aliases ?? [],
      ...(orderKind === undefined ? {} : { orderKind }),
      aim,
      dueOn,
      state: conditionState(condition, [...orders, ...evidence]),
      untold: evidence.filter(({ value }) => isUntold(value)).map(({ id }) => id),
    };
  },
};

/** The one table that a new list is added to, beside its name and the type of its rows. */
export const LIST_PROJECTIONS: {
  readonly [N in ListName]: ListProjection<RecordKind, ListRowOf[N]>;
} = {
  subjects: projection(subjects),
  referrals: projection(referrals),
  identified: projection(identified),
  refusals: projection(refusals),
  enquiries: projection(enquiries),
  assessments: projection(assessments),
  conditions: projection(conditions),
  concerns: projection(concerns),
  advice: projection(advice),
  incidents: projection(incidents),
};

/** What the lists rest on, each kind once: their rows and what is joined to them, in the order in which the lists stand. */
export function listKinds(): readonly RecordKind[] {
  const kinds = LIST_NAMES.flatMap((name) => {
    const { kind, joins } = LIST_PROJECTIONS[name];
    return [kind, ...joins.map((join) => join.kind)];
  });
  return [...new Set(kinds)];
}

/** A projection is only ever handed records of its own kind, which the table's type cannot say. */
function projection<K extends RecordKind, Row>(
  of: ListProjection<K, Row>,
): ListProjection<RecordKind, Row> {
  return of as unknown as ListProjection<RecordKind, Row>;
}
