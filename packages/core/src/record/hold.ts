/**
 * A reason not to dispose of a record yet. While a hold is in place, disposal is refused; one past its review day asks
 * for a review.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';
import { from } from './time-span.js';

export const Hold = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  reason: field(codeList('hold-reason'), { label: 'Reason for the hold' }),
  note: v.optional(field(Narrative, { label: 'Note', input: 'narrative' })),
  from,
  reviewDueOn: field(PlainDate, {
    label: 'Review due',
    called: 'the date the review is due',
    input: 'date',
    horizon: 'review',
  }),
  /** Set by the officer who lifts it; only then does the hold end. */
  liftedOn: v.optional(
    field(PlainDate, { label: 'Lifted on', called: 'the date it was lifted', input: 'date' }),
  ),
});
export type Hold = v.InferOutput<typeof Hold>;
