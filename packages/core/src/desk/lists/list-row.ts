/**
 * The parts of a record that a list shows before it is opened: names, references, and the few codes and dates that sort
 * it. Each list has one projection, next to the acts of its area; a new list is a row here. A row contains nothing else
 * about a person, since a list is not a consultation.
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

/** The one table that a new list is added to, apart from its name and the type of its rows. */
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

/**
 * The kinds that the lists depend on, each once: their rows and the records joined to them, in the order of the lists.
 */
export function listKinds(): readonly RecordKind[] {
  const kinds = LIST_NAMES.flatMap((name) => {
    const { kind, joins } = LIST_PROJECTIONS[name];
    return [kind, ...joins.map((join) => join.kind)];
  });
  return [...new Set(kinds)];
}

/** A projection only ever receives records of its own kind, which the table's type cannot express. */
function projection<K extends RecordKind, Row>(
  of: ListProjection<K, Row>,
): ListProjection<RecordKind, Row> {
  return of as unknown as ListProjection<RecordKind, Row>;
}
