/**
 * An offence that somebody is suspected of, or what a child under ten did: the words that were read, the section that a
 * person chose for them, and each status that was reported. It makes nobody a suspect and sets no category.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';
import { BEHAVIOUR_ONLY_HELD, isBehaviourOnlyHeld } from './under-ten.js';

/** A status as it was reported. A later one never overwrites it, and a wrong one stays with the reason. */
export const OffenceStanding = v.strictObject({
  status: field(codeList('offence-status'), { label: 'Status', sensitivity: 'criminal' }),
  on: v.optional(
    field(PlainDate, {
      label: 'Date of the status',
      called: 'the date of the status',
      hint: 'Leave empty if it is not known',
      input: 'date',
      hasCome: true,
      sensitivity: 'criminal',
    }),
  ),
  reference: v.optional(
    field(Line, {
      label: 'Reference',
      hint: 'Of the crime, the case or the court',
      sensitivity: 'criminal',
    }),
  ),
  notedOn: field(PlainDate, {
    label: 'Recorded on',
    called: 'the date it was recorded',
    input: 'date',
    set: 'by-toolkit',
  }),
  /** Set on a status that was wrong: it no longer counts, and stays in the record. */
  wrongSince: v.optional(
    field(PlainDate, {
      label: 'Corrected on',
      called: 'the date it was corrected',
      input: 'date',
      set: 'by-toolkit',
    }),
  ),
  wrongWhy: v.optional(
    field(Narrative, {
      label: 'Why it was wrong',
      called: 'why it was wrong',
      input: 'narrative',
      sensitivity: 'criminal',
    }),
  ),
});
export type OffenceStanding = v.InferOutput<typeof OffenceStanding>;

const Fields = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  /** The referral whose words it was made from. */
  referralId: v.optional(refersTo('referral', 'Referral')),
  asRead: v.optional(
    field(Narrative, {
      label: 'In the words that were read',
      called: 'the words that were read',
      hint: 'As they are written, without correcting them',
      input: 'narrative',
      sensitivity: 'criminal',
    }),
  ),
  section: v.optional(
    field(codeList('cma-section'), {
      label: 'Section of the Computer Misuse Act',
      called: 'a section',
      sensitivity: 'criminal',
    }),
  ),
  withoutSection: v.optional(
    field(codeList('offence-without-section'), {
      label: 'Why there is no section',
      called: 'why there is no section',
      sensitivity: 'criminal',
    }),
  ),
  incidentOn: v.optional(
    field(v.array(PlainDate), {
      label: 'Dates on which it happened',
      called: 'the date on which it happened',
      input: 'dates',
      hasCome: true,
      sensitivity: 'criminal',
    }),
  ),
  /** Asked where no date of birth is on record: an age is never guessed. */
  ageThen: v.optional(
    field(codeList('age-at-behaviour'), {
      label: 'Were they 10 or over at the time?',
      called: 'whether they were 10 or over at the time',
      hint: 'Asked because no date of birth is on record',
      sensitivity: 'personal',
    }),
  ),
  standings: field(v.array(OffenceStanding), {
    label: 'Statuses',
    called: 'status',
    sensitivity: 'criminal',
  }),
  note: v.optional(
    field(Narrative, { label: 'Note', input: 'narrative', sensitivity: 'criminal' }),
  ),
  /** The last day on which it can have happened: that of its recording, or on which its referral was received. */
  knownOn: field(PlainDate, {
    label: 'Known on',
    called: 'the date it was known',
    input: 'date',
    set: 'by-toolkit',
  }),
  withdrawnWhy: v.optional(
    field(Narrative, {
      label: 'Why it is withdrawn',
      called: 'why it is withdrawn',
      input: 'narrative',
      sensitivity: 'criminal',
    }),
  ),
});

export const Offence = v.pipe(
  Fields,
  v.forward(
    v.partialCheck(
      [['asRead'], ['section']],
      ({ asRead, section }) => asRead !== undefined || section !== undefined,
      'Enter the words that were read, or select a section',
    ),
    ['asRead'],
  ),
  v.forward(
    v.partialCheck(
      [['section'], ['withoutSection'], ['ageThen'], ['standings']],
      isBehaviourOnlyHeld,
      BEHAVIOUR_ONLY_HELD,
    ),
    ['section'],
  ),
);
export type Offence = v.InferOutput<typeof Offence>;
