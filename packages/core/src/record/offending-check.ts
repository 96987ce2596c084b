/**
 * A check for new offending, made in another system by somebody with access to it. The findings stay there: this
 * records who checked, where, when and the result, which may be “not known”.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const OffendingCheck = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  point: field(codeList('check-point'), { label: 'Which check' }),
  checkedOn: field(PlainDate, {
    label: 'Checked on',
    called: 'the date of the check',
    input: 'date',
    hasCome: true,
  }),
  checkedBy: field(Line, {
    label: 'Who checked',
    hint: 'Name and number of somebody who may use that system for this',
    sensitivity: 'personal',
  }),
  system: field(Line, {
    label: 'System',
    hint: 'As it is called, such as the force’s record system',
  }),
  result: field(codeList('check-result'), { label: 'Result', sensitivity: 'criminal' }),
  note: v.optional(
    field(Narrative, {
      label: 'What is known about it',
      hint: 'Its reference, never a copy of the record. Where it is not known: why not',
      input: 'narrative',
      sensitivity: 'criminal',
    }),
  ),
});
export type OffendingCheck = v.InferOutput<typeof OffendingCheck>;
