/**
 * A file that belongs to a person's record: a signed notice, a screenshot, a photograph. Its bytes are kept as blobs; the
 * record says what it is, who gave it, and what its bytes are.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate, RecordId } from '../shared/primitives.js';
import { field } from './field.js';
import { NamedBlob } from './named-blob.js';
import { ownId, refersTo } from './reference.js';

/** The types of file that are attached. Each is recognised from the bytes, never from the name. */
export const ATTACHED_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
] as const;
export type AttachedType = (typeof ATTACHED_TYPES)[number];

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

export const Attachment = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  what: field(codeList('attachment-kind'), { label: 'What it is', called: 'what it is' }),
  name: field(Line, {
    label: 'Name of the file',
    hint: 'A search finds it by this name',
    sensitivity: 'personal',
  }),
  receivedOn: field(PlainDate, {
    label: 'Received on',
    called: 'the date it was received',
    input: 'date',
    hasCome: true,
  }),
  givenBy: field(Line, {
    label: 'Who gave it',
    hint: 'For example: Marisol Vael, his mother',
    sensitivity: 'source',
  }),
  source: v.optional(
    field(Line, {
      label: 'How it came',
      called: 'how it came',
      hint: 'For example: by email, or a scan of the paper',
      sensitivity: 'source',
    }),
  ),
  madeOn: v.optional(
    field(PlainDate, {
      label: 'Signed, taken or written on',
      called: 'the date it was signed, taken or written',
      input: 'date',
      hasCome: true,
    }),
  ),
  note: v.optional(
    field(Narrative, { label: 'Note', input: 'narrative', sensitivity: 'personal' }),
  ),
  mediaType: field(v.picklist(ATTACHED_TYPES), { label: 'Type of file', set: 'by-toolkit' }),
  /** Bytes of the whole file. */
  size: field(Count, { label: 'Size in bytes', set: 'by-toolkit' }),
  /** Pixels, of a picture. */
  width: v.optional(field(Count, { label: 'Width in pixels', set: 'by-toolkit' })),
  height: v.optional(field(Count, { label: 'Height in pixels', set: 'by-toolkit' })),
  /** True if the file itself says where the picture was taken. */
  saysPlace: v.optional(
    field(v.boolean(), { label: 'Says where it was taken', set: 'by-toolkit' }),
  ),
  /** The bytes in order, as base64 text in blobs: every piece but the last is of one length. */
  pieces: field(v.pipe(v.array(NamedBlob), v.minLength(1), v.maxLength(64)), {
    label: 'Pieces of the file',
    set: 'by-toolkit',
  }),
  /** The person whose file it was until it was moved. Names nobody in words, so that nothing of them stays here. */
  movedFrom: v.optional(field(RecordId, { label: 'Moved from', set: 'by-toolkit' })),
  movedWhy: v.optional(
    field(codeList('attachment-move'), { label: 'Why it was moved', set: 'by-toolkit' }),
  ),
  withdrawnWhy: v.optional(
    field(codeList('attachment-withdrawal'), { label: 'Why it was withdrawn', set: 'by-toolkit' }),
  ),
});
export type Attachment = v.InferOutput<typeof Attachment>;
