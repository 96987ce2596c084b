/**
 * An enquiry asks whether the team would take somebody on, and does not name them. There is no field for an identity:
 * that comes with the referral, if there is one, and the original request stays unchanged.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const SuitabilityAnswer = v.strictObject({
  question: field(codeList('suitability-question'), { label: 'Question' }),
  answer: field(codeList('suitability-answer'), { label: 'Answer' }),
});

export const Enquiry = v.strictObject({
  id: ownId(),
  /** Asked first: a child in danger cannot wait for a reply. */
  riskNow: field(codeList('risk-now'), {
    label: 'How serious is the risk now?',
    called: 'how serious the risk is now',
  }),
  receivedOn: field(PlainDate, {
    label: 'Received on',
    called: 'the date it was received',
    input: 'date',
    hasCome: true,
  }),
  route: field(codeList('referral-route'), { label: 'Who asks' }),
  means: v.optional(field(codeList('enquiry-means'), { label: 'How it was received' })),
  reference: v.optional(field(Line, { label: 'Reference of the enquiry' })),
  /** The person who asks, for the reply. The person it is about has no record yet. */
  referrerId: v.optional(refersTo('referrer', 'Referrer')),
  tier: v.optional(field(codeList('activity-tier'), { label: 'Tier of activity' })),
  asked: field(Narrative, {
    label: 'What was asked',
    hint: 'Leave out names and anything else that says who the person is',
    input: 'narrative',
    sensitivity: 'personal',
  }),
  suitability: v.optional(field(v.array(SuitabilityAnswer), { label: 'Suitability' })),
  /** Set when the reply went out; `repliedWith` is the decision that it reported. */
  repliedOn: v.optional(
    field(PlainDate, { label: 'Replied on', called: 'the date of the reply', input: 'date' }),
  ),
  repliedWith: v.optional(refersTo('decision', 'Decision told in the reply')),
});
export type Enquiry = v.InferOutput<typeof Enquiry>;
