/**
 * One condition of a caution or order: its requirement, the evidence that completes it, its day, and the person who
 * certified it.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const Condition = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  orderId: refersTo('order', 'Caution or order'),
  /** Its id in the library of conditions; absent if it was written for this case. */
  library: v.optional(field(Line, { label: 'From the library', set: 'by-toolkit' })),
  aim: field(codeList('condition-aim'), { label: 'What it is for' }),
  words: field(Narrative, {
    label: 'Condition',
    hint: 'As the young person reads it',
    input: 'narrative',
    sensitivity: 'criminal',
  }),
  shownBy: field(Narrative, {
    label: 'How it is shown to be complete',
    hint: 'Something that can be seen or counted, and who keeps it',
    input: 'narrative',
  }),
  timing: field(codeList('condition-timing'), { label: 'When it must be met' }),
  dueOn: field(PlainDate, {
    label: 'Last day',
    hint: 'The day by which this condition must be met',
    input: 'date',
    horizon: 'condition',
  }),
  certifiedOn: v.optional(
    field(PlainDate, { label: 'Certified on', called: 'the date it was certified', input: 'date' }),
  ),
  certifiedBy: v.optional(
    field(Line, {
      label: 'Certified by',
      called: 'who certified it',
      hint: 'Name, number and role of the person who says that it is met',
      sensitivity: 'personal',
    }),
  ),
  /** Taken out by the decision maker; it is no longer counted. */
  takenOutOn: v.optional(
    field(PlainDate, { label: 'Removed on', called: 'the date it was removed', input: 'date' }),
  ),
  takenOutWhy: v.optional(
    field(Narrative, {
      label: 'Why, and who decided',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
});
export type Condition = v.InferOutput<typeof Condition>;
