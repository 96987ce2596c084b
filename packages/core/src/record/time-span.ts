/** The first and last day of a fact, as records of several kinds express it. */
import * as v from 'valibot';
import { PlainDate } from '../shared/primitives.js';
import { field } from './field.js';

export const from = field(PlainDate, {
  label: 'From',
  called: 'the start date',
  input: 'date',
  hasCome: true,
});

/** The last day on which it was true, if known. An ended entry stays on record. */
export const until = v.optional(
  field(PlainDate, { label: 'Until', called: 'the end date', input: 'date' }),
);
