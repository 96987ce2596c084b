/**
 * A request from one officer to another: to take over a case, to review, to confirm. It goes in an exchange file, and
 * so does the answer. The answer counts when the officer who was asked signed it, in their own vault.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate, RecordId } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const ColleagueRequest = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  kind: field(codeList('request-kind'), { label: 'What is asked' }),
  /** The decision or the assessment that it is about. */
  about: v.optional(field(RecordId, { label: 'About', set: 'by-toolkit' })),
  from: field(RecordId, { label: 'Officer who asks', set: 'by-toolkit' }),
  fromName: field(Line, { label: 'Asked by', set: 'by-toolkit' }),
  to: field(RecordId, { label: 'Officer asked', set: 'by-toolkit' }),
  toName: field(Line, { label: 'Asked of', set: 'by-toolkit' }),
  askedOn: field(PlainDate, { label: 'Asked on', called: 'the date it was asked', input: 'date' }),
  words: v.optional(
    field(Narrative, {
      label: 'What to know',
      called: 'what they need to know',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  answer: v.optional(field(codeList('request-answer'), { label: 'Answer' })),
  answeredOn: v.optional(
    field(PlainDate, { label: 'Answered on', called: 'the date of the answer', input: 'date' }),
  ),
  answerReason: v.optional(
    field(Narrative, { label: 'Reason', input: 'narrative', sensitivity: 'personal' }),
  ),
});
export type ColleagueRequest = v.InferOutput<typeof ColleagueRequest>;
