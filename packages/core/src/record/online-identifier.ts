/** A handle, account or address that a subject uses online: always as seen, never only in a tidied form. */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const OnlineIdentifier = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  platform: v.optional(field(codeList('online-platform'), { label: 'Platform' })),
  /** The exact text, capitals and all. */
  asSeen: field(Line, {
    label: 'As seen',
    called: 'the name as it was seen',
    sensitivity: 'personal',
  }),
  /** The form by which its platform distinguishes it: the toolkit's proposal, unless the officer gave another. */
  canonical: v.optional(
    field(Line, {
      label: 'Canonical form',
      hint: 'As the platform writes it, without anything around it',
      sensitivity: 'personal',
    }),
  ),
  platformId: v.optional(
    field(Line, {
      label: 'Platform’s own id',
      hint: 'The number that stays when the name changes',
      sensitivity: 'personal',
    }),
  ),
  confidence: v.optional(
    field(codeList('identifier-confidence'), {
      label: 'How sure that it is theirs',
      called: 'how sure you are that it is theirs',
    }),
  ),
  firstSeenOn: field(PlainDate, {
    label: 'First noted here',
    called: 'the date it was first noted here',
    input: 'date',
    hasCome: true,
  }),
  lastSeenOn: v.optional(
    field(PlainDate, {
      label: 'Last noted here',
      called: 'the date it was last noted here',
      input: 'date',
      hasCome: true,
    }),
  ),
});
export type OnlineIdentifier = v.InferOutput<typeof OnlineIdentifier>;
