/**
 * One graded piece of intelligence, kept from a clip or typed, about a subject or about nobody. A report is composed of
 * such notes.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { Grade } from './grade.js';
import { Marking } from './marking.js';
import { ownId, refersTo } from './reference.js';

export const IntelligenceNote = v.strictObject({
  id: ownId(),
  subjectId: v.optional(refersTo('subject', 'Subject')),
  text: field(Narrative, { label: 'Intelligence', input: 'narrative', sensitivity: 'source' }),
  statement: field(codeList('statement-type'), {
    label: 'What kind of information is this?',
    called: 'what kind of information this is',
  }),
  /** The day of the intelligence, not the day it was written down. */
  intelligenceOn: v.optional(
    field(PlainDate, { label: 'Date of the intelligence', input: 'date', hasCome: true }),
  ),
  grade: field(Grade, { label: 'Grade', sensitivity: 'source' }),
  marking: field(Marking, { label: 'Marking', input: 'choice' }),
  purpose: field(codeList('purpose'), { label: 'Purpose' }),
  lawfulBasis: field(codeList('lawful-basis'), { label: 'Lawful basis' }),
  necessity: field(codeList('necessity'), { label: 'Why it is necessary' }),
});
export type IntelligenceNote = v.InferOutput<typeof IntelligenceNote>;
