/** Informs the recipient of a value that it was wrong (DPA 2018 s.38(5)). It stays due until they are informed. */
import * as v from 'valibot';
import { Line, Narrative, PlainDate, RecordId } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const CorrectionNotice = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  /** The record that was corrected. */
  about: field(RecordId, { label: 'Record corrected', set: 'by-toolkit' }),
  recipient: field(Line, { label: 'To', called: 'who it is for', sensitivity: 'personal' }),
  disclosedOn: field(PlainDate, {
    label: 'Given to them on',
    called: 'the date it was given to them',
    input: 'date',
  }),
  madeOn: field(PlainDate, {
    label: 'Written on',
    called: 'the date it was written',
    input: 'date',
  }),
  words: field(Narrative, { label: 'Notice', input: 'narrative', sensitivity: 'personal' }),
  toldOn: v.optional(
    field(PlainDate, { label: 'Told on', called: 'the date they were told', input: 'date' }),
  ),
  toldHow: v.optional(
    field(Line, { label: 'How', called: 'how they were told', hint: 'For example by telephone' }),
  ),
});
export type CorrectionNotice = v.InferOutput<typeof CorrectionNotice>;
