/**
 * A permission of the originator to use something against the conditions it was given on: for one way out, of named
 * captures or notes, from the day on which it was given until it ends.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate, RecordId } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const SharingPermission = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  /** The captures and intelligence notes that it covers. */
  origins: field(v.pipe(v.array(RecordId), v.minLength(1, 'Select what it covers')), {
    label: 'What it covers',
    set: 'by-toolkit',
  }),
  wayOut: field(codeList('way-out'), { label: 'What is permitted', called: 'what is permitted' }),
  permittedBy: field(Line, {
    label: 'Who permitted it',
    called: 'who permitted it',
    hint: 'The originator, or somebody who decides for them: name and unit',
    sensitivity: 'source',
  }),
  permittedOn: field(PlainDate, {
    label: 'Permitted on',
    called: 'the date it was permitted',
    input: 'date',
    hasCome: true,
  }),
  reference: field(Line, {
    label: 'Reference',
    hint: 'The reference of the email, the log entry or the decision',
    sensitivity: 'source',
  }),
  until: v.optional(
    field(PlainDate, {
      label: 'Last day',
      called: 'its last day',
      hint: 'Leave empty if it has none',
      input: 'date',
      horizon: 'review',
    }),
  ),
  terms: v.optional(
    field(Narrative, {
      label: 'On what terms',
      called: 'its terms',
      hint: 'For example: without the name of the source',
      input: 'narrative',
      sensitivity: 'source',
    }),
  ),
  endedOn: v.optional(
    field(PlainDate, {
      label: 'Ended on',
      called: 'the date it ended',
      input: 'date',
      hasCome: true,
    }),
  ),
  endedWhy: v.optional(
    field(Narrative, { label: 'Why it ended', called: 'why it ended', input: 'narrative' }),
  ),
});
export type SharingPermission = v.InferOutput<typeof SharingPermission>;
