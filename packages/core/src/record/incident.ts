/**
 * An incident has a place and a day and needs no person: a school's booking page goes down and nobody knows who did it.
 * It may be joined to a subject later, once there is one.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { Grade } from './grade.js';
import { ownId, refersTo } from './reference.js';

export const Incident = v.strictObject({
  id: ownId(),
  happenedOn: field(PlainDate, { label: 'Day of the incident', input: 'date', hasCome: true }),
  place: field(Line, {
    label: 'Where it happened',
    hint: 'For example a school, a college or a business',
  }),
  what: field(Narrative, {
    label: 'What happened',
    hint: 'What was seen or said, by whom, in their words where you can',
    input: 'narrative',
    sensitivity: 'personal',
  }),
  source: field(Line, { label: 'Who reported it', sensitivity: 'source' }),
  statement: field(codeList('statement-type'), {
    label: 'What kind of information is this?',
    called: 'what kind of information this is',
  }),
  grade: v.optional(field(Grade, { label: 'Grade', sensitivity: 'source' })),
  partner: v.optional(
    field(Line, {
      label: 'Partner',
      hint: 'The organisation that is dealing with it, or working on it with you',
    }),
  ),
  reference: v.optional(field(Line, { label: 'Reference' })),
  /** Absent at first. */
  subjectId: v.optional(refersTo('subject', 'Subject')),
});
export type Incident = v.InferOutput<typeof Incident>;
