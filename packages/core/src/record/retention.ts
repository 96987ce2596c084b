/**
 * The retention group of a case, chosen by a named officer. The day of the review is worked out from it and stored
 * nowhere.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const Retention = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  group: field(codeList('retention-group'), { label: 'Retention group' }),
  decidedOn: field(PlainDate, {
    label: 'Chosen on',
    called: 'the date it was chosen',
    input: 'date',
    hasCome: true,
  }),
  reason: field(Narrative, {
    label: 'Why this group',
    called: 'why this group is chosen',
    input: 'narrative',
    sensitivity: 'criminal',
  }),
});
export type Retention = v.InferOutput<typeof Retention>;
