/** What a named officer decided about a referral, and why. A later decision stands beside the first, never over it. */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const DecisionRecord = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  referralId: v.optional(refersTo('referral', 'Referral')),
  outcome: field(codeList('decision-outcome'), { label: 'Decision' }),
  decidedOn: field(PlainDate, { label: 'Decided on', input: 'date' }),
  /** The six boxes of the National Decision Model; short is enough, and only the reason is asked for. */
  information: v.optional(
    field(Narrative, { label: 'Information and intelligence', input: 'narrative' }),
  ),
  threatAndRisk: v.optional(field(Narrative, { label: 'Threat and risk', input: 'narrative' })),
  powersAndPolicy: v.optional(field(Narrative, { label: 'Powers and policy', input: 'narrative' })),
  options: v.optional(field(Narrative, { label: 'Options and contingencies', input: 'narrative' })),
  actionAndReview: v.optional(field(Narrative, { label: 'Action and review', input: 'narrative' })),
  ethics: v.optional(field(Narrative, { label: 'Code of Ethics', input: 'narrative' })),
  reason: field(Narrative, { label: 'Reason', input: 'narrative' }),
});
export type DecisionRecord = v.InferOutput<typeof DecisionRecord>;
