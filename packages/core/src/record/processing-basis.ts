/**
 * The legal basis for processing a person's data, from a day. It does not depend on their taking part, and does not end
 * when they stop: a `participation` is asked for and recorded separately.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Narrative } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';
import { from, until } from './time-span.js';

export const ProcessingBasis = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  purpose: field(codeList('purpose'), { label: 'Purpose' }),
  lawfulBasis: field(codeList('lawful-basis'), { label: 'Lawful basis' }),
  necessity: field(codeList('necessity'), { label: 'Why it is necessary' }),
  condition: v.optional(
    field(codeList('processing-condition'), {
      label: 'Condition for sensitive data',
      hint: 'Only where health, ethnicity or other sensitive data is held',
    }),
  ),
  why: v.optional(
    field(Narrative, {
      label: 'In words',
      called: 'the basis in words',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  from,
  until,
});
export type ProcessingBasis = v.InferOutput<typeof ProcessingBasis>;
