/** A request that the team consider a person, with the reasons given. It accuses nobody: its content is reported. */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { forceArea, localAuthority } from './dated-area.js';
import { differingValue } from './differing.js';
import { field } from './field.js';
import { Marking } from './marking.js';
import { ownId, refersTo } from './reference.js';

/** See {@link differingValue}. */
export const DifferingReferralValue = differingValue(['receivedOn', 'statedRisk']);

/** The answer to a question of the referral form. */
export const ReferralAnswer = v.strictObject({
  question: field(codeList('referral-question'), { label: 'Question' }),
  answer: field(Narrative, { label: 'Answer', sensitivity: 'special', input: 'narrative' }),
});

export const Referral = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  referrerId: v.optional(refersTo('referrer', 'Referrer')),
  /** The anonymous enquiry that it follows. */
  enquiryId: v.optional(refersTo('enquiry', 'Enquiry')),
  route: v.optional(field(codeList('referral-route'), { label: 'Who asked' })),
  /** The force in whose area the person lives, as the officer was told: it is never worked out from an address. */
  forceArea,
  /** The local authority in whose area the person lives, as the officer was told. */
  localAuthority,
  /** The force's or the NCCU's own reference. */
  reference: v.optional(field(Line, { label: 'Referral reference' })),
  otherReferences: field(v.array(Line), { label: 'Other references' }),
  receivedOn: field(PlainDate, { label: 'Date of referral', input: 'date', hasCome: true }),
  status: field(codeList('referral-status'), { label: 'Status' }),
  suspectedOffences: field(v.array(Line), { label: 'Suspected offences', sensitivity: 'criminal' }),
  lawMentioned: field(v.array(Line), {
    label: 'Law mentioned',
    called: 'the law that was mentioned',
    sensitivity: 'criminal',
  }),
  incidentDates: field(v.array(PlainDate), {
    label: 'Dates of incidents',
    called: 'incident date',
    sensitivity: 'criminal',
    input: 'dates',
    hasCome: true,
  }),
  statedRisk: v.optional(
    field(Line, {
      label: 'Risk, as stated',
      called: 'the risk that was stated',
      sensitivity: 'personal',
      hint: 'The referrer’s words',
    }),
  ),
  narrative: v.optional(
    field(Narrative, { label: 'Narrative', sensitivity: 'personal', input: 'narrative' }),
  ),
  narrativeStatement: v.optional(
    field(codeList('statement-type'), {
      label: 'The narrative is',
      called: 'what sort of statement the narrative is',
    }),
  ),
  /** Set if the account that was read was left on purpose: a missing narrative is otherwise one that nobody gave. */
  narrativeOmission: v.optional(
    field(codeList('narrative-omission'), {
      label: 'Narrative left out',
      called: 'why the narrative was left out',
      set: 'by-toolkit',
    }),
  ),
  alsoRecorded: v.optional(
    field(v.array(DifferingReferralValue), {
      label: 'Recorded differently elsewhere',
      called: 'what is recorded differently elsewhere',
      sensitivity: 'personal',
    }),
  ),
  answers: v.optional(
    field(v.array(ReferralAnswer), {
      label: 'Answers on the referral form',
      sensitivity: 'special',
    }),
  ),
  marking: field(Marking, { label: 'Marking', input: 'choice' }),
  purpose: field(codeList('purpose'), { label: 'Purpose' }),
  lawfulBasis: field(codeList('lawful-basis'), { label: 'Lawful basis' }),
  necessity: field(codeList('necessity'), { label: 'Why it is necessary' }),
});
export type Referral = v.InferOutput<typeof Referral>;
