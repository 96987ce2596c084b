/**
 * An officer came across somebody at the edge of other work, who may be at risk and is not suspected of anything. It is
 * kept only until the decision to refer, to pass on or to dispose: no list of such people exists.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { Marking } from './marking.js';
import { ownId, refersTo } from './reference.js';

export const Identification = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  identifiedOn: field(PlainDate, {
    label: 'Identified on',
    called: 'the date they were identified',
    input: 'date',
    hasCome: true,
  }),
  source: field(Narrative, {
    label: 'How they came to notice',
    hint: 'Which work, and what was seen there',
    input: 'narrative',
    sensitivity: 'personal',
  }),
  reference: v.optional(field(Line, { label: 'Reference of that work' })),
  purpose: field(codeList('purpose'), { label: 'Purpose' }),
  lawfulBasis: field(codeList('lawful-basis'), { label: 'Lawful basis' }),
  necessity: field(codeList('necessity'), { label: 'Why it is necessary' }),
  necessityWhy: field(Narrative, {
    label: 'Why this person needs to be recorded',
    input: 'narrative',
    sensitivity: 'personal',
  }),
  marking: field(Marking, { label: 'Marking', input: 'choice' }),
});
export type Identification = v.InferOutput<typeof Identification>;
