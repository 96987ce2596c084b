/**
 * Fields that a safeguarding concern and an addition to it share, and the addition: later information, which never
 * overwrites the first account.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Instant, Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { lateReviewWhy } from './late-review-why.js';

export const riskNow = field(codeList('risk-now'), {
  label: 'How serious is the risk now?',
  called: 'how serious the risk is now',
});

/** People told, with when, how and what; and their reference. */
export const TOLD_FIELDS = {
  toldWhom: v.optional(field(Line, { label: 'Name or team told', sensitivity: 'personal' })),
  toldAt: v.optional(
    field(Instant, {
      label: 'When',
      called: 'the date and time they were told',
      input: 'date-time',
    }),
  ),
  toldHow: v.optional(
    field(Line, {
      label: 'How',
      called: 'how they were told',
      hint: 'For example by telephone',
    }),
  ),
  toldWhat: v.optional(
    field(Narrative, {
      label: 'What they were told',
      called: 'what they were told',
      hint: 'If it was less than all of this, or something else',
      input: 'narrative',
      sensitivity: 'special',
    }),
  ),
  reference: v.optional(field(Line, { label: 'Their reference' })),
};

/** A crime that somebody spoke of, and its reference. */
export const CRIME_FIELDS = {
  crimeDisclosed: v.optional(
    field(v.picklist(['yes', 'no', 'not-known'], 'Select whether a crime was disclosed'), {
      label: 'Was a crime disclosed?',
      called: 'whether a crime was disclosed',
      hint: 'By anybody, against anybody',
      input: 'choice',
      sensitivity: 'criminal',
    }),
  ),
  crimeRecorded: v.optional(
    field(codeList('crime-recorded'), {
      label: 'Is the crime recorded?',
      called: 'whether the crime is recorded',
      sensitivity: 'criminal',
    }),
  ),
  crimeReference: v.optional(field(Line, { label: 'Crime reference', sensitivity: 'criminal' })),
};

export const ConcernAddition = v.strictObject({
  addedAt: field(Instant, { label: 'Added', input: 'date-time', set: 'by-toolkit' }),
  what: v.optional(
    field(Narrative, {
      label: 'What has happened or been said since',
      called: 'what has happened or been said since',
      hint: 'By whom, in their words where you can',
      input: 'narrative',
      sensitivity: 'special',
    }),
  ),
  riskNow: v.optional(riskNow),
  told: v.optional(
    field(v.array(codeList('safeguarding-told')), {
      label: 'Who else has been told',
      called: 'who else has been told',
    }),
  ),
  ...TOLD_FIELDS,
  acknowledgedBy: v.optional(
    field(Line, {
      label: 'Who acknowledged it',
      hint: 'Name or team',
      sensitivity: 'personal',
    }),
  ),
  acknowledgedAt: v.optional(
    field(Instant, {
      label: 'When they acknowledged it',
      called: 'the date and time they acknowledged it',
      input: 'date-time',
    }),
  ),
  escalatedTo: v.optional(
    field(Line, {
      label: 'Who it was escalated to',
      hint: 'Name and role, as the local procedure says',
      sensitivity: 'personal',
    }),
  ),
  escalatedAt: v.optional(
    field(Instant, {
      label: 'When it was escalated',
      called: 'the date and time it was escalated',
      input: 'date-time',
    }),
  ),
  ...CRIME_FIELDS,
  /** The day to which this addition put the review off. */
  reviewOn: v.optional(
    field(PlainDate, {
      label: 'Next review',
      called: 'the date of the next review',
      input: 'date',
      horizon: 'review',
    }),
  ),
  reviewWhy: lateReviewWhy('special'),
});
export type ConcernAddition = v.InferOutput<typeof ConcernAddition>;
