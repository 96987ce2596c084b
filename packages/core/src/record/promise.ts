/**
 * Something that an officer said would be done by a day: feedback to a referrer, a call, a visit. The record says
 * whether it was kept.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const PromiseRecord = v.strictObject({
  id: ownId(),
  subjectId: v.optional(refersTo('subject', 'Subject')),
  /** The enquiry that it was made on, if there is no subject. */
  enquiryId: v.optional(refersTo('enquiry', 'Enquiry')),
  referralId: v.optional(refersTo('referral', 'Referral')),
  kind: field(codeList('promise-kind'), { label: 'What was promised' }),
  to: field(codeList('promise-to'), { label: 'Promised to', called: 'who it was promised to' }),
  words: v.optional(
    field(Narrative, {
      label: 'In words',
      called: 'the promise in words',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  madeOn: field(PlainDate, {
    label: 'Promised on',
    called: 'the date it was promised',
    input: 'date',
    hasCome: true,
  }),
  dueOn: field(PlainDate, {
    label: 'By when',
    called: 'the date it is due',
    input: 'date',
    horizon: 'follow-up',
  }),
  /** Absent while it is open. The signer of the save is the officer who settled it. */
  settled: v.optional(
    field(v.picklist(['kept', 'not-kept'], 'Select whether it was kept'), {
      label: 'Was it kept?',
      called: 'whether it was kept',
      input: 'choice',
    }),
  ),
  settledOn: v.optional(
    field(PlainDate, { label: 'Settled on', called: 'the date it was settled', input: 'date' }),
  ),
  whyNotKept: v.optional(
    field(Narrative, {
      label: 'Why not',
      called: 'why it was not kept',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
});
export type PromiseRecord = v.InferOutput<typeof PromiseRecord>;
