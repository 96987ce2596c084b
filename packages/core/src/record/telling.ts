/** The information given to a person, when and by whom; or the reason somebody was not informed. */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const Telling = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  whom: field(codeList('told-whom'), {
    label: 'Who was told, or not told?',
    called: 'who was told, or not told',
  }),
  name: v.optional(
    field(Line, {
      label: 'Their name',
      hint: 'Not needed for the subject',
      sensitivity: 'personal',
    }),
  ),
  wasTold: field(v.picklist(['told', 'not-told'], 'Select whether they were told'), {
    label: 'Were they told?',
    called: 'whether they were told',
    input: 'choice',
  }),
  what: field(Narrative, {
    label: 'What',
    called: 'what they were told, or would have been',
    hint: 'What they were told, or would have been',
    input: 'narrative',
    sensitivity: 'personal',
  }),
  on: field(PlainDate, {
    label: 'When',
    called: 'the date they were told, or it was decided otherwise',
    hint: 'Or when it was decided not to. For example, 27 3 2026',
    input: 'date',
    hasCome: true,
  }),
  means: v.optional(
    field(codeList('intervention-mode'), { label: 'How', called: 'how they were told' }),
  ),
  by: field(Line, {
    label: 'By whom',
    called: 'who told them, or decided not to',
    hint: 'Who told them, or decided not to',
  }),
  whyNot: v.optional(
    field(Narrative, {
      label: 'Why they were not told',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  /** Legal ground for holding back information about them (DPA 2018 s.44(4)). */
  restriction: v.optional(
    field(codeList('telling-restriction'), { label: 'Ground for holding it back' }),
  ),
  /** The reason to inform them, if that was itself a decision, as with the page about an assessment. */
  whyTold: v.optional(
    field(Narrative, {
      label: 'Why it was right to tell them',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  assessmentId: v.optional(refersTo('assessment', 'Assessment')),
});
export type Telling = v.InferOutput<typeof Telling>;
