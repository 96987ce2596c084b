/**
 * An identifier: an account, an address, a number or a key, always as seen, never only in a tidied form. Each record is
 * a statement about one person, or about nobody yet; of an identifier that several people have there are several.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { formRefused } from './identifier-form.js';
import { ownId, refersTo } from './reference.js';
import { SeenAt } from './seen-at.js';

const Fields = v.strictObject({
  id: ownId(),
  /** Absent while it is on nobody. */
  subjectId: v.optional(refersTo('subject', 'Subject')),
  /** Absent for a platform account. */
  type: v.optional(
    field(codeList('identifier-type'), {
      label: 'Type of identifier',
      called: 'the type of identifier',
    }),
  ),
  platform: v.optional(field(codeList('online-platform'), { label: 'Platform' })),
  /** The exact text, capitals and all. */
  asSeen: field(Line, {
    label: 'As seen',
    called: 'the identifier as it was seen',
    sensitivity: 'personal',
  }),
  seenAt: v.optional(
    field(SeenAt, {
      label: 'When the IP address was used',
      hint: 'One address is somebody else’s an hour later. Without the date, the time and the time zone it is not kept.',
      sensitivity: 'personal',
    }),
  ),
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
  saidBy: v.optional(
    field(Line, {
      label: 'Who says that it is theirs',
      called: 'who says that it is theirs',
      hint: 'A row of a service provider names who pays for it, which is not who used it',
      sensitivity: 'source',
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
  /** Of one on nobody: the day on which somebody decided to keep it for longer. */
  lookedOn: v.optional(
    field(PlainDate, {
      label: 'Looked at again on',
      called: 'the date it was looked at again',
      input: 'date',
    }),
  ),
  /** It was found not to be theirs; of one on nobody, that it is no longer needed. */
  endedOn: v.optional(
    field(PlainDate, { label: 'Ended on', called: 'the date it ended', input: 'date' }),
  ),
  endedWhy: v.optional(
    field(Narrative, {
      label: 'Why it ended',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
});

export const OnlineIdentifier = v.pipe(
  Fields,
  v.forward(
    v.partialCheck(
      [['type'], ['asSeen']],
      ({ type, asSeen }) => formRefused(type, asSeen) === undefined,
      ({ input }) => formRefused(input.type, input.asSeen) ?? '',
    ),
    ['asSeen'],
  ),
  v.forward(
    v.partialCheck(
      [['type'], ['seenAt']],
      ({ type, seenAt }) => type !== 'ip-address' || seenAt !== undefined,
      'Enter the date, the time and the time zone: an IP address without them is not kept',
    ),
    ['seenAt'],
  ),
);
export type OnlineIdentifier = v.InferOutput<typeof OnlineIdentifier>;

/** True while the statement is made: it did not end. */
export function isStandingIdentifier({ endedOn }: Pick<OnlineIdentifier, 'endedOn'>): boolean {
  return endedOn === undefined;
}
