/**
 * What a list shows of a record before it is opened: names, references, and the few codes and dates that put it in order.
 * One projection a list, beside the acts of its area; a new list is a row here. Nothing else of a person is in a row, since a
 * list is not a consultation.
 */

import type { ListProjection } from '../../casework/act/list-projection.js';
import { type AssessmentRow, assessments } from '../../casework/assess/list-rows.js';
import {
  type ConcernRow,
  concerns,
  type IncidentRow,
  incidents,
} from '../../casework/contact/list-rows.js';
import {
  type AdviceRow,
  advice,
  type EnquiryRow,
  enquiries,
  type IdentifiedRow,
  identified,
  type ReferralRow,
  type RefusalRow,
  referrals,
  refusals,
} from '../../casework/intake/list-rows.js';
import { type ConditionRow, conditions } from '../../casework/orders/list-rows.js';
import { type SubjectRow, subjects } from '../../casework/person/list-rows.js';
import type { RecordKind } from '../../record/kind.js';
import { LIST_NAMES, type ListName } from './list-name.js';

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
