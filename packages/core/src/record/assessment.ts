/**
 * An officer's assessment of a subject by an instrument, on one day: answers with their evidence, the levels within
 * reach, and the officer's own words. Once signed it never changes; a later assessment supersedes it. No decision
 * follows from it.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Instant, Line, Narrative, PlainDate, RecordId } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

/** Kinds of record that an answer may cite as evidence. */
export const EVIDENCE_KINDS = [
  'subject',
  'referral',
  'onlineIdentifier',
  'intelligenceNote',
  'intervention',
  'sourceCapture',
] as const;

export const EvidenceLink = v.strictObject({
  kind: field(v.picklist(EVIDENCE_KINDS), { label: 'Kind of evidence', set: 'by-toolkit' }),
  record: field(RecordId, { label: 'Evidence', set: 'by-toolkit' }),
  /** The property that the answer cites, such as `narrative`; absent: the whole record. */
  field: v.optional(field(Line, { label: 'Field', set: 'by-toolkit' })),
});
export type EvidenceLink = v.InferOutput<typeof EvidenceLink>;

export const AssessedAnswer = v.strictObject({
  /** Id of the instrument's item. */
  item: field(Line, { label: 'Item', set: 'by-toolkit' }),
  /** *Unknown* and *not asked* are answers too; an item that is absent has not been asked. */
  answer: field(Line, { label: 'Answer', sensitivity: 'criminal' }),
  comment: v.optional(
    field(Narrative, { label: 'Comment', input: 'narrative', sensitivity: 'special' }),
  ),
  evidence: v.optional(
    field(v.array(EvidenceLink), { label: 'Based on', called: 'what it is based on' }),
  ),
});
export type AssessedAnswer = v.InferOutput<typeof AssessedAnswer>;

export const Assessment = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  instrument: field(Line, { label: 'Instrument', set: 'by-toolkit' }),
  instrumentVersion: field(Line, { label: 'Version of the instrument', set: 'by-toolkit' }),
  instrumentTitle: field(Line, { label: 'Title of the instrument', set: 'by-toolkit' }),
  /** The strength of its evidence on that day. */
  instrumentStatus: field(Line, { label: 'Status of the instrument', set: 'by-toolkit' }),
  assessedOn: field(PlainDate, {
    label: 'Assessed on',
    called: 'the date of the assessment',
    input: 'date',
    hasCome: true,
  }),
  /** The officer's answers that show whether the instrument applies to the subject; none of them affects a level. */
  facts: v.optional(
    field(
      v.array(
        v.strictObject({
          fact: field(Line, { label: 'What was asked', set: 'by-toolkit' }),
          value: field(Line, { label: 'What was answered', sensitivity: 'special' }),
        }),
      ),
      { label: 'Who the instrument is for', sensitivity: 'special' },
    ),
  ),
  answers: field(v.array(AssessedAnswer), { label: 'Answers', sensitivity: 'criminal' }),
  /** The levels within reach when it was saved, lowest first; empty if the instrument gives no level. */
  levels: field(
    v.array(
      v.strictObject({
        id: field(Line, { label: 'Level', set: 'by-toolkit' }),
        label: field(Line, { label: 'Level in words', set: 'by-toolkit' }),
      }),
    ),
    { label: 'Levels still possible', sensitivity: 'criminal', set: 'by-toolkit' },
  ),
  /** The reason no level is given, though a single one may be within reach; absent if it is settled. */
  noLevel: v.optional(field(Line, { label: 'Why there is no level', set: 'by-toolkit' })),
  formulation: v.optional(
    field(Narrative, {
      label: 'Formulation',
      hint: 'What happened, why, what could happen and what would help, in your words. Leave out health, ethnicity, religion and other sensitive data, unless this makes no sense without it',
      input: 'narrative',
      sensitivity: 'special',
    }),
  ),
  confidence: v.optional(
    field(codeList('assessment-confidence'), {
      label: 'How sure are you?',
      called: 'how sure you are',
    }),
  ),
  pathway: v.optional(
    field(Narrative, { label: 'What you recommend', input: 'narrative', sensitivity: 'personal' }),
  ),
  reviewDueOn: v.optional(
    field(PlainDate, {
      label: 'Review due',
      called: 'the date the review is due',
      input: 'date',
      horizon: 'review',
    }),
  ),
  /** A level other than the one from the answers. It takes effect once a second officer has confirmed it. */
  override: v.optional(
    field(
      v.strictObject({
        level: field(Line, {
          label: 'Level proposed instead',
          called: 'the level proposed instead',
        }),
        levelLabel: field(Line, { label: 'Level proposed instead, in words', set: 'by-toolkit' }),
        reason: field(Narrative, {
          label: 'Reason for another level',
          input: 'narrative',
          sensitivity: 'special',
        }),
        proposedBy: field(RecordId, { label: 'Proposed by', set: 'by-toolkit' }),
        proposedAt: field(Instant, { label: 'Proposed', input: 'date-time', set: 'by-toolkit' }),
        confirmedBy: v.optional(field(RecordId, { label: 'Confirmed by', set: 'by-toolkit' })),
        confirmedAt: v.optional(
          field(Instant, { label: 'Confirmed', input: 'date-time', set: 'by-toolkit' }),
        ),
      }),
      { label: 'Another level', called: 'the other level', sensitivity: 'criminal' },
    ),
  ),
  supersedes: v.optional(
    refersTo('assessment', 'Supersedes', 'the assessment that this supersedes'),
  ),
  signedBy: v.optional(field(RecordId, { label: 'Signed by', set: 'by-toolkit' })),
  signedAt: v.optional(field(Instant, { label: 'Signed', input: 'date-time', set: 'by-toolkit' })),
});
export type Assessment = v.InferOutput<typeof Assessment>;
