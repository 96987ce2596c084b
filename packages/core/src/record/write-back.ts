/** What was given to another system out of a record, and under which reference that system keeps it. */
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
  /** What kind of record was given: `of` is its id. */
  ofKind: field(v.picklist(['referral', 'intervention']), { label: 'What', set: 'by-toolkit' }),
  of: field(RecordId, { label: 'Record', set: 'by-toolkit' }),
  way: field(v.picklist(WRITE_BACK_WAYS), { label: 'How it was given', set: 'by-toolkit' }),
  system: field(Line, { label: 'System', set: 'by-toolkit' }),
  /** Without query and fragment but for what names the record there. Absent where no page was read. */
  url: v.optional(
    field(v.pipe(v.string(), v.maxLength(2000)), { label: 'Address', set: 'by-toolkit' }),
  ),
  givenAt: field(Instant, { label: 'Given', input: 'date-time', set: 'by-toolkit' }),
  /** Labels of what was given: that it was, not what it said. A note of nothing given is not one. */
  labels: field(
    v.pipe(
      v.array(v.pipe(v.string(), v.trim(), v.minLength(1, NOTHING_GIVEN), v.maxLength(300))),
      v.minLength(1, NOTHING_GIVEN),
    ),
    { label: 'Fields given', set: 'by-toolkit' },
  ),
  /** What that system calls what it was given. */
  reference: v.optional(field(Line, { label: 'Reference there' })),
});
export type WriteBack = v.InferOutput<typeof WriteBack>;
