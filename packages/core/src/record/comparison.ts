/** An officer's answer about two similar people who were not taken for one: saved, so that it is not asked again. */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const Comparison = v.strictObject({
  id: ownId(),
  /** The person being recorded. */
  subjectId: refersTo('subject', 'Subject'),
  /** The person already held. */
  otherId: refersTo('subject', 'Compared with', 'who they are compared with'),
  answer: field(codeList('comparison-answer'), { label: 'Answer' }),
  comparedOn: field(PlainDate, {
    label: 'Compared on',
    called: 'the date of the comparison',
    input: 'date',
  }),
  why: v.optional(
    field(Narrative, { label: 'Why', called: 'why you think so', input: 'narrative' }),
  ),
});
export type Comparison = v.InferOutput<typeof Comparison>;
