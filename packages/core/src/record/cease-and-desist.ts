/**
 * A cease and desist notice, served on a subject. It has no statutory force and finds no guilt: it explains the law and
 * asks somebody to stop. If there are grounds to suspect an offence, it is not served without the officer in the case.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const CeaseAndDesist = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  /** Asked first: it decides whether a notice is appropriate at all. */
  grounds: field(codeList('grounds-to-suspect'), {
    label: 'Are there grounds to suspect an offence?',
    called: 'whether there are grounds to suspect an offence',
    hint: 'If there are, do not serve a notice unless the officer in the case agrees',
  }),
  officerInCase: v.optional(
    field(Line, {
      label: 'Officer in the case, who agreed',
      hint: 'Name, number and force',
      sensitivity: 'personal',
    }),
  ),
  /** Absent in a record made before it was asked for: its words are then unknown. */
  noticeText: v.optional(
    field(codeList('notice-text'), {
      label: 'Which notice was served?',
      called: 'which notice was served',
    }),
  ),
  notice: field(Line, { label: 'Notice', hint: 'Title of the notice as it was printed' }),
  noticeVersion: field(Line, { label: 'Version of the notice' }),
  /** Printed text, kept with the record so that a later change of the force's paper alters nothing served. */
  noticeFrom: v.optional(
    field(Narrative, { label: 'Letterhead of the notice', input: 'narrative' }),
  ),
  noticeContact: v.optional(
    field(Line, {
      label: 'Telephone number on the notice',
      called: 'the telephone number on the notice',
      hint: 'With the hours, as it was printed',
    }),
  ),
  noticeWords: v.optional(
    field(Narrative, { label: 'Words of the notice as served', input: 'narrative' }),
  ),
  servedOn: field(PlainDate, {
    label: 'Served on',
    called: 'the date it was served',
    input: 'date',
    hasCome: true,
  }),
  how: field(codeList('notice-service'), { label: 'How it was served' }),
  place: v.optional(
    field(Line, { label: 'Where', called: 'where it was served', sensitivity: 'personal' }),
  ),
  servedBy: field(Line, {
    label: 'Served by',
    called: 'who served it',
    hint: 'Name and number of the officer',
    sensitivity: 'personal',
  }),
  witness: v.optional(field(Line, { label: 'Witness', sensitivity: 'personal' })),
  /** A parent or supporter. The appropriate adult is separate. */
  adultPresent: v.optional(
    field(Line, {
      label: 'Parent, carer or supporter present',
      hint: 'Name, and who they are to the young person',
      sensitivity: 'personal',
    }),
  ),
  appropriateAdult: v.optional(
    field(Line, {
      label: 'Appropriate adult',
      called: 'an appropriate adult',
      hint: 'Only if one was asked for. A parent or supporter is not one just by being there',
      sensitivity: 'personal',
    }),
  ),
  sections: field(v.array(codeList('cma-section')), {
    label: 'Sections of the Computer Misuse Act explained',
    called: 'the sections of the Computer Misuse Act that were explained',
  }),
  acknowledged: field(codeList('notice-acknowledgement'), {
    label: 'Did they acknowledge it?',
    called: 'whether they acknowledged it',
  }),
  devices: v.optional(
    field(Narrative, {
      label: 'Devices spoken about',
      hint: 'What they say is theirs, as they say it. Nothing is seized by a notice',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  said: v.optional(
    field(Narrative, {
      label: 'What they said about it',
      hint: 'If an offence is admitted, stop and open a stop card',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  /** The contact at which it was served. */
  interventionId: v.optional(refersTo('intervention', 'Contact')),
});
export type CeaseAndDesist = v.InferOutput<typeof CeaseAndDesist>;
