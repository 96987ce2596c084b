/** A named officer's decision, with its reason. A later decision is added to the first and never overwrites it. */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const DecisionRecord = v.strictObject({
  id: ownId(),
  /** Absent if the person is unknown: a decision on an enquiry. */
  subjectId: v.optional(refersTo('subject', 'Subject')),
  referralId: v.optional(refersTo('referral', 'Referral')),
  enquiryId: v.optional(refersTo('enquiry', 'Enquiry')),
  identificationId: v.optional(refersTo('identification', 'Officer identification')),
  outcome: field(codeList('decision-outcome'), { label: 'Decision' }),
  reasonCodes: v.optional(field(v.array(codeList('decision-reason')), { label: 'Reasons' })),
  /** Reasons for closing a case, and for opening it again. */
  closureReason: v.optional(field(codeList('closure-reason'), { label: 'Why it is closed' })),
  reopeningReason: v.optional(
    field(codeList('reopening-reason'), { label: 'Why it is opened again' }),
  ),
  decidedOn: field(PlainDate, {
    label: 'Decided on',
    called: 'the date of the decision',
    input: 'date',
    hasCome: true,
  }),
  /** The six boxes of the National Decision Model; short is enough, and only the reason is required. */
  information: v.optional(
    field(Narrative, { label: 'Information and intelligence', input: 'narrative' }),
  ),
  threatAndRisk: v.optional(field(Narrative, { label: 'Threat and risk', input: 'narrative' })),
  powersAndPolicy: v.optional(field(Narrative, { label: 'Powers and policy', input: 'narrative' })),
  options: v.optional(field(Narrative, { label: 'Options and contingencies', input: 'narrative' })),
  actionAndReview: v.optional(field(Narrative, { label: 'Action and review', input: 'narrative' })),
  ethics: v.optional(
    field(Narrative, {
      label: 'Code of Ethics',
      called: 'what the Code of Ethics asks',
      input: 'narrative',
    }),
  ),
  reason: field(Narrative, { label: 'Reason', input: 'narrative' }),
  /** The recipient, if somebody is passed on. */
  passedTo: v.optional(field(Line, { label: 'Passed on to', called: 'who it was passed on to' })),
  /** The legal gateway by which somebody identified is passed on: absent in a decision of an earlier release. */
  gateway: v.optional(field(codeList('legal-gateway'), { label: 'Legal gateway' })),
  gatewayNote: v.optional(
    field(Line, {
      label: 'Act and section of the gateway',
      called: 'the Act and section of the gateway',
    }),
  ),
  /** The person who acknowledged a matter handed over, and the day. */
  acknowledgedBy: v.optional(
    field(Line, {
      label: 'Acknowledged by',
      called: 'who acknowledged the handover',
      sensitivity: 'personal',
    }),
  ),
  acknowledgedOn: v.optional(
    field(PlainDate, {
      label: 'Acknowledged on',
      called: 'the date they acknowledged it',
      input: 'date',
    }),
  ),
  /** Crime record of a refused referral that says a crime may have been committed. */
  crimeRecorded: v.optional(
    field(codeList('crime-recorded'), {
      label: 'Is the crime recorded?',
      called: 'whether the crime is recorded',
    }),
  ),
  crimeReference: v.optional(field(Line, { label: 'Crime reference', sensitivity: 'criminal' })),
  /** The reason a refused referral is kept. */
  keptBecause: v.optional(
    field(Narrative, { label: 'Why it is kept', input: 'narrative', sensitivity: 'personal' }),
  ),
  /** The day on which the case is reviewed, where one was set. */
  reviewOn: v.optional(
    field(PlainDate, {
      label: 'Review on',
      called: 'the date of the review',
      input: 'date',
      horizon: 'review',
    }),
  ),
  /** The decision that this one changes; both are kept. */
  replaces: v.optional(refersTo('decision', 'Changes', 'the decision that this changes')),
});
export type DecisionRecord = v.InferOutput<typeof DecisionRecord>;
