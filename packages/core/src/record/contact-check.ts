/**
 * “Check with investigations before contact.” It says nothing else: neither who asks nor why. An officer who intends to
 * make contact confirms that they have read it. It never blocks safeguarding.
 */
import * as v from 'valibot';
import { Instant, Line, PlainDate, RecordId } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';
import { from } from './time-span.js';

export const ContactCheckAnswer = v.strictObject({
  by: field(RecordId, { label: 'Officer', set: 'by-toolkit' }),
  name: field(Line, { label: 'Acknowledged by' }),
  at: field(Instant, {
    label: 'When',
    called: 'the date and time it was acknowledged',
    input: 'date-time',
  }),
});

export const ContactCheck = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  from,
  acknowledged: field(v.array(ContactCheckAnswer), {
    label: 'Acknowledged',
    set: 'by-toolkit',
  }),
  liftedOn: v.optional(
    field(PlainDate, { label: 'Lifted on', called: 'the date it was lifted', input: 'date' }),
  ),
});
export type ContactCheck = v.InferOutput<typeof ContactCheck>;
