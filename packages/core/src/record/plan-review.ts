/**
 * A joint review of a plan: the people who came, their words, and the officer's view. Each person's words are kept
 * separate.
 */
import * as v from 'valibot';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const PlanReview = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  planId: refersTo('plan', 'Plan'),
  heldOn: field(PlainDate, {
    label: 'Reviewed on',
    called: 'the date of the review',
    input: 'date',
    hasCome: true,
  }),
  came: field(v.array(Line), { label: 'Who came', hint: 'One to a line', sensitivity: 'personal' }),
  subjectSaid: v.optional(
    field(Narrative, {
      label: 'What the young person said',
      hint: 'In their words',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  othersSaid: v.optional(
    field(Narrative, {
      label: 'What the others said',
      hint: 'Say who said it',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  view: field(Narrative, {
    label: 'Your view',
    input: 'narrative',
    sensitivity: 'personal',
  }),
});
export type PlanReview = v.InferOutput<typeof PlanReview>;
