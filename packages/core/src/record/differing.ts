/**
 * A value from another system that differs from the stored one, or the stored one that it replaced. Both are kept, each
 * with its source, until somebody finds out which is right.
 */
import * as v from 'valibot';
import { Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';

/** @param names - the fields of the record that may differ */
export function differingValue<const N extends readonly string[]>(names: N) {
  return v.strictObject({
    what: field(v.picklist(names), { label: 'What', called: 'what is recorded differently' }),
    value: v.optional(
      field(Narrative, {
        label: 'Recorded as',
        called: 'what is recorded there',
        sensitivity: 'personal',
      }),
    ),
    /** Replaces `value` for a date. */
    date: v.optional(
      field(PlainDate, {
        label: 'Recorded as',
        called: 'the date that is recorded there',
        sensitivity: 'personal',
        input: 'date',
      }),
    ),
    notedOn: field(PlainDate, {
      label: 'Noted on',
      called: 'the date it was noted',
      input: 'date',
    }),
  });
}
