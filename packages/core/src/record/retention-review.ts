/**
 * The review that decides whether a case is still needed: the questions, the answers with reasons, and a named
 * officer's decision.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

/** The signer and the day of the save show who answered and when. */
export const RetentionAnswer = v.strictObject({
  question: field(codeList('nrac-question'), { label: 'Question' }),
  answer: field(codeList('nrac-answer'), { label: 'Answer', sensitivity: 'special' }),
  rationale: field(Narrative, {
    label: 'Why',
    called: 'why you answer so',
    input: 'narrative',
    sensitivity: 'special',
  }),
});
export type RetentionAnswer = v.InferOutput<typeof RetentionAnswer>;

export const RetentionReview = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  reviewedOn: field(PlainDate, {
    label: 'Reviewed on',
    called: 'the date of the review',
    input: 'date',
    hasCome: true,
  }),
  answers: field(v.array(RetentionAnswer), {
    label: 'Questions',
    called: 'the answers',
    sensitivity: 'special',
  }),
  outcome: field(codeList('retention-outcome'), {
    label: 'Retain or dispose',
    called: 'whether to retain or dispose',
  }),
  rationale: field(Narrative, { label: 'Rationale', input: 'narrative', sensitivity: 'personal' }),
  /** Set only if the officer chose a day; otherwise the period of the group sets it. */
  nextReviewOn: v.optional(
    field(PlainDate, {
      label: 'Next review',
      called: 'the date of the next review',
      input: 'date',
      horizon: 'retention-review',
    }),
  ),
});
export type RetentionReview = v.InferOutput<typeof RetentionReview>;
