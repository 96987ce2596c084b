/** The days from and until which something was so, as records of several kinds say it. */
import * as v from 'valibot';
import { PlainDate } from '../shared/primitives.js';
import { field } from './field.js';

export const from = field(PlainDate, { label: 'From', called: 'the start date', input: 'date' });

/** The last day on which it was so, where that is known. What has ended stays. */
export const until = v.optional(
  field(PlainDate, { label: 'Until', called: 'the end date', input: 'date' }),
);
