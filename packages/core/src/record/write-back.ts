/** The values of a record entered in another system, and its reference in that system. */
import * as v from 'valibot';
import { Instant, Line, RecordId } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const WRITE_BACK_WAYS = ['fill', 'paste'] as const;

const NOTHING_GIVEN =
  'Nothing was typed or copied, so nothing was sent. Type or copy a value before you say that it was sent';

export const WriteBack = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  /** The kind of the record that was entered: `of` is its id. */
  ofKind: field(v.picklist(['referral', 'intervention']), { label: 'What', set: 'by-toolkit' }),
  of: field(RecordId, { label: 'Record', set: 'by-toolkit' }),
  way: field(v.picklist(WRITE_BACK_WAYS), { label: 'How it was given', set: 'by-toolkit' }),
  system: field(Line, { label: 'System', set: 'by-toolkit' }),
  /**
   * Address without query and fragment, except the part that identifies the record there. Absent if no page was read.
   */
  url: v.optional(
    field(v.pipe(v.string(), v.maxLength(2000)), { label: 'Address', set: 'by-toolkit' }),
  ),
  givenAt: field(Instant, { label: 'Given', input: 'date-time', set: 'by-toolkit' }),
  /** Labels of the values entered, without the values. A note without any is invalid. */
  labels: field(
    v.pipe(
      v.array(v.pipe(v.string(), v.trim(), v.minLength(1, NOTHING_GIVEN), v.maxLength(300))),
      v.minLength(1, NOTHING_GIVEN),
    ),
    { label: 'Fields given', set: 'by-toolkit' },
  ),
  /** The reference that the other system gave it. */
  reference: v.optional(field(Line, { label: 'Reference in the other system' })),
});
export type WriteBack = v.InferOutput<typeof WriteBack>;
