/**
 * The intended change for a subject, and the signs of success. The young person’s own plan is next to the officer’s.
 * Its objectives are separate records, and it is ended, never deleted.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { lateReviewWhy } from './late-review-why.js';
import { ownId, refersTo } from './reference.js';

export const Plan = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  madeOn: field(PlainDate, {
    label: 'Plan made on',
    called: 'the date the plan was made',
    input: 'date',
    hasCome: true,
  }),
  /** The subject's own words, separate from the officer's. */
  ownPlan: v.optional(
    field(Narrative, {
      label: 'The young person’s own plan',
      hint: 'In their words: what they want, and what would help',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  agreedOn: v.optional(
    field(PlainDate, {
      label: 'Agreed with the young person on',
      called: 'the date it was agreed with the young person',
      hint: 'Leave empty while it is not agreed',
      input: 'date',
      hasCome: true,
    }),
  ),
  reviewDueOn: field(PlainDate, {
    label: 'Review due',
    called: 'the date the review is due',
    input: 'date',
    horizon: 'review',
  }),
  reviewWhy: lateReviewWhy('personal'),
  exitPlan: v.optional(
    field(Narrative, {
      label: 'Exit plan',
      hint: 'What stays in place when this ends, and who the young person can go to',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  endedOn: v.optional(
    field(PlainDate, { label: 'Ended on', called: 'the date it ended', input: 'date' }),
  ),
  ended: v.optional(field(codeList('plan-end'), { label: 'How it ended' })),
  /** The plan that this one replaces. */
  replaces: v.optional(refersTo('plan', 'Replaces', 'the plan that this replaces')),
});
export type Plan = v.InferOutput<typeof Plan>;
