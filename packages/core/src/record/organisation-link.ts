/**
 * Says that words in one place of one record mean an organisation. The words stay as they were written, and so does the
 * link: an undone one keeps its day and its reason, and one whose words have changed counts for nothing.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate, RecordId } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const OrganisationLink = v.strictObject({
  id: ownId(),
  organisationId: refersTo('organisation', 'Organisation'),
  /** The record that the words are in: one of these. A contact with an agency names its subject too. */
  subjectId: v.optional(refersTo('subject', 'Subject')),
  referrerId: v.optional(refersTo('referrer', 'Referrer')),
  agencyContactId: v.optional(refersTo('agencyContact', 'Contact with an agency')),
  incidentId: v.optional(refersTo('incident', 'Incident')),
  adviceId: v.optional(refersTo('advice', 'Advice')),
  /** Property path of the words, `schools[0].name`. */
  path: field(Line, { label: 'Place of the words', set: 'by-toolkit' }),
  words: field(Line, { label: 'Words as they were', sensitivity: 'personal' }),
  reasons: field(v.array(codeList('organisation-join-reason')), {
    label: 'Reasons',
    called: 'why the words mean it',
  }),
  joinedOn: field(PlainDate, {
    label: 'Joined on',
    called: 'the date it was joined',
    input: 'date',
    hasCome: true,
  }),
  /** The same for all that were joined in one act: they are undone as one. */
  actId: field(RecordId, { label: 'Joined in one act', set: 'by-toolkit' }),
  undoneOn: v.optional(
    field(PlainDate, {
      label: 'Undone on',
      called: 'the date it was undone',
      input: 'date',
      hasCome: true,
    }),
  ),
  undoneWhy: v.optional(
    field(Narrative, {
      label: 'Why it was undone',
      called: 'why the join is undone',
      input: 'narrative',
    }),
  ),
});
export type OrganisationLink = v.InferOutput<typeof OrganisationLink>;
