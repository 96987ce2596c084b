/** The columns of each list: its values, orders and filters, defined once for every screen that shows it. */

import type { ListFields } from '../list-field.js';
import type { ListName } from '../list-name.js';
import type { ListRowOf } from '../list-row.js';
import {
  assessmentFields,
  concernFields,
  conditionFields,
  incidentFields,
  noteFields,
} from './casework-fields.js';
import { identifierFields } from './identifier-fields.js';
import {
  adviceFields,
  enquiryFields,
  identifiedFields,
  referralFields,
  refusalFields,
} from './intake-fields.js';
import type { ListKnown } from './list-known.js';
import { organisationFields } from './organisation-fields.js';
import { subjectFields } from './subject-fields.js';

export const LIST_FIELDS = {
  subjects: subjectFields,
  referrals: referralFields,
  identified: identifiedFields,
  refusals: refusalFields,
  enquiries: enquiryFields,
  assessments: assessmentFields,
  conditions: conditionFields,
  concerns: concernFields,
  notes: noteFields,
  advice: adviceFields,
  incidents: incidentFields,
  identifiers: identifierFields,
  organisations: organisationFields,
} as const satisfies {
  readonly [N in ListName]: (known: ListKnown) => ListFields<ListRowOf[N]>;
};

/** Key of a column of that list. */
export type ListColumnKey<N extends ListName> = Extract<
  keyof ReturnType<(typeof LIST_FIELDS)[N]>,
  string
>;
