/**
 * A decision to take part or not, which is always voluntary: who made it, how and when, and when it was withdrawn. It
 * is not the legal basis for processing their data; that is a `processingBasis`, and neither follows from the other.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const Participation = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  answer: field(codeList('participation-answer'), {
    label: 'Will they take part?',
    called: 'whether they will take part',
  }),
  saidBy: field(codeList('participation-by'), { label: 'Who said so' }),
  saidByName: v.optional(
    field(Line, {
      label: 'Their name',
      hint: 'Not needed for the subject',
      sensitivity: 'personal',
    }),
  ),
  means: field(codeList('intervention-mode'), { label: 'How', called: 'how they said it' }),
  saidOn: field(PlainDate, {
    label: 'When',
    called: 'the date they said it',
    input: 'date',
    hasCome: true,
  }),
  understanding: v.optional(
    field(Narrative, {
      label: 'Understanding',
      called: 'what they understand',
      hint: 'Of a child under 16 who decides: why you are satisfied that they understand what they agree to (Gillick)',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  withdrawnOn: v.optional(
    field(PlainDate, { label: 'Withdrawn on', called: 'the date it was withdrawn', input: 'date' }),
  ),
  withdrawnBy: v.optional(
    field(codeList('participation-by'), { label: 'Withdrawn by', called: 'who withdrew it' }),
  ),
  withdrawnWhy: v.optional(
    field(Narrative, {
      label: 'What they said',
      hint: 'Nobody has to give a reason',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
});
export type Participation = v.InferOutput<typeof Participation>;
