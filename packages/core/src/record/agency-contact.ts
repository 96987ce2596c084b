/**
 * A contact with another agency about a subject: the information shared, the information received, and the legal
 * gateway.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const AgencyContact = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  agency: field(codeList('agency'), { label: 'Agency' }),
  who: field(Line, {
    label: 'Who it was with',
    called: 'who the contact was with',
    hint: 'Name and role',
    sensitivity: 'personal',
  }),
  contactOn: field(PlainDate, { label: 'Date of contact', input: 'date', hasCome: true }),
  means: field(codeList('intervention-mode'), { label: 'How', called: 'how the contact was made' }),
  about: field(Narrative, {
    label: 'What it was about',
    input: 'narrative',
    sensitivity: 'personal',
  }),
  gateway: field(codeList('legal-gateway'), { label: 'Legal gateway' }),
  gatewayNote: v.optional(
    field(Line, {
      label: 'Act and section, or why it fits',
      called: 'the Act and section, or why it fits',
      hint: 'Needed where the gateway is another one',
    }),
  ),
  shared: v.optional(
    field(Narrative, {
      label: 'What was shared',
      hint: 'No more than the gateway allows',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  told: v.optional(
    field(Narrative, {
      label: 'What they said',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  statement: v.optional(
    field(codeList('statement-type'), {
      label: 'What they said is',
      called: 'what sort of statement that is',
    }),
  ),
  reference: v.optional(
    field(Line, {
      label: 'Their reference',
      hint: 'Of their record: it is named here, never copied',
      sensitivity: 'personal',
    }),
  ),
  nextOn: v.optional(
    field(PlainDate, {
      label: 'Next contact due',
      called: 'the date the next contact is due',
      input: 'date',
      horizon: 'follow-up',
    }),
  ),
  /** The contact that set the day of this one. */
  followsUp: v.optional(
    refersTo('agencyContact', 'Follows up', 'the contact that this follows up'),
  ),
});
export type AgencyContact = v.InferOutput<typeof AgencyContact>;
