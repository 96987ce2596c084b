/**
 * A possible admission of an offence in a talk that is not an interview. The officer stopped there and recorded the
 * exact words, the time, whether they were read back, whether the crime is recorded, and the people informed. Only words
 * of the young person that the officer heard or read are kept as theirs. Kept as first written.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Instant, Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const StopCard = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  /** Asked first. Absent on a card from before it was asked: unknown, and never supposed. */
  saidBy: v.optional(
    field(codeList('admission-said-by'), {
      label: 'Who said it?',
      called: 'who said it',
      hint: 'Every word on this card must be theirs',
    }),
  ),
  saidAt: field(Instant, {
    label: 'When it was said',
    called: 'the date and time it was said',
    input: 'date-time',
  }),
  where: field(codeList('admission-setting'), {
    label: 'Where was it said?',
    called: 'where it was said',
  }),
  /** Kept apart from the officer's words. */
  words: field(Narrative, {
    label: 'The exact words',
    hint: 'As they were said, and nothing else. What you make of it goes elsewhere',
    input: 'narrative',
    sensitivity: 'criminal',
  }),
  present: v.optional(field(Line, { label: 'Who else heard it', sensitivity: 'personal' })),
  appropriateAdult: v.optional(
    field(Line, {
      label: 'Appropriate adult',
      called: 'an appropriate adult',
      hint: 'Only if they acted as appropriate adult. A parent or supporter is not one just by being there',
      sensitivity: 'personal',
    }),
  ),
  readBack: field(codeList('read-back'), {
    label: 'Was it read back?',
    called: 'whether it was read back',
  }),
  /** Set later if unknown at the time. */
  crimeRecorded: v.optional(
    field(codeList('crime-recorded'), {
      label: 'Is the crime recorded?',
      called: 'whether the crime is recorded',
    }),
  ),
  crimeReference: v.optional(field(Line, { label: 'Crime reference', sensitivity: 'criminal' })),
  officerInCase: v.optional(
    field(Line, {
      label: 'Officer in the case, who was told',
      hint: 'Name, number and force',
      sensitivity: 'personal',
    }),
  ),
  toldOn: v.optional(
    field(PlainDate, { label: 'Told on', called: 'the date they were told', input: 'date' }),
  ),
  /** The contact, the notice or the referral that it came up in. */
  interventionId: v.optional(refersTo('intervention', 'Contact')),
  noticeId: v.optional(refersTo('ceaseAndDesist', 'Notice')),
  referralId: v.optional(refersTo('referral', 'Referral')),
});
export type StopCard = v.InferOutput<typeof StopCard>;
