/** One reading of one page, selection or text: the origin that every value taken from it points to. */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Instant, Line } from '../shared/primitives.js';
import { field } from './field.js';
import { HANDLING_OF_CAPTURE } from './handling.js';
import { Marking } from './marking.js';
import { ProcessingCondition } from './processing-condition.js';
import { ownId } from './reference.js';
import { StoredSnapshot } from './stored-snapshot.js';

export const SourceCapture = v.strictObject({
  id: ownId(),
  way: field(v.picklist(['page', 'saved-page', 'selection', 'paste', 'typed', 'file']), {
    label: 'How it came in',
    set: 'by-toolkit',
  }),
  system: field(Line, { label: 'System', set: 'by-toolkit' }),
  /** Address without query and fragment. */
  url: field(v.pipe(v.string(), v.maxLength(2000)), { label: 'Address', set: 'by-toolkit' }),
  title: field(v.pipe(v.string(), v.maxLength(500)), { label: 'Page title', set: 'by-toolkit' }),
  hostClass: field(v.picklist(['force', 'partner', 'open-source', 'never']), {
    label: 'Class of host',
    set: 'by-toolkit',
  }),
  capturedAt: field(Instant, { label: 'Captured', input: 'date-time', set: 'by-toolkit' }),
  adapter: v.optional(field(Line, { label: 'Adapter and version', set: 'by-toolkit' })),
  /** "11 of 12": anchors of the adapter that were on the page. */
  anchorsFound: v.optional(
    field(v.pipe(v.number(), v.integer()), { label: 'Anchors found', set: 'by-toolkit' }),
  ),
  anchorsOf: v.optional(
    field(v.pipe(v.number(), v.integer()), { label: 'Anchors looked for', set: 'by-toolkit' }),
  ),
  /** Labels and places of the values that the officer masked, without the values. */
  masked: field(
    v.array(
      v.strictObject({
        label: field(v.string(), { label: 'Label' }),
        selector: field(v.string(), { label: 'Place' }),
      }),
    ),
    { label: 'Masked', set: 'by-toolkit' },
  ),
  /** Origins of frames that could not be read. */
  unread: field(v.array(v.string()), { label: 'Not read', set: 'by-toolkit' }),
  /** Copies of the page, oldest first: a second save from the same reading may take more than the first. */
  snapshots: v.optional(
    field(v.array(StoredSnapshot), { label: 'Copies of the page', set: 'by-toolkit' }),
  ),
  /** The person who gave the information, and when: a telephone call, a conversation. */
  toldBy: v.optional(field(Line, { label: 'Told by', sensitivity: 'personal', set: 'by-toolkit' })),
  toldAt: v.optional(field(Instant, { label: 'Told at', input: 'date-time', set: 'by-toolkit' })),
  /** The authority, for open source only, with its reference or the reason none is needed. */
  authority: v.optional(
    field(codeList('open-source-authority'), { label: 'Authority', set: 'by-toolkit' }),
  ),
  authorityDetail: v.optional(
    field(Line, { label: 'Reference, or why none is needed', set: 'by-toolkit' }),
  ),
  /** Paths of the kinds of value taken from it as sensitive data, by their kind or because the adapter says so. */
  sensitive: v.optional(
    field(v.array(Line), { label: 'Taken as sensitive data', set: 'by-toolkit' }),
  ),
  /** Conditions under which special category and criminal-allegation data was taken from it. */
  processingConditions: v.optional(
    field(v.array(ProcessingCondition), {
      label: 'Conditions for sensitive data',
      sensitivity: 'special',
      set: 'by-toolkit',
    }),
  ),
  ...HANDLING_OF_CAPTURE,
  marking: field(Marking, { label: 'Marking', input: 'choice' }),
  purpose: field(codeList('purpose'), { label: 'Purpose' }),
  lawfulBasis: field(codeList('lawful-basis'), { label: 'Lawful basis' }),
  necessity: field(codeList('necessity'), { label: 'Why it is necessary' }),
});
export type SourceCapture = v.InferOutput<typeof SourceCapture>;
