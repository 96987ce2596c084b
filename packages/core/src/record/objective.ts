/** One aim of a plan: the need behind it, the person responsible, the day, and the sign that it was reached. */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const Objective = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  planId: refersTo('plan', 'Plan'),
  need: field(Narrative, { label: 'Need', input: 'narrative', sensitivity: 'personal' }),
  objective: field(Line, { label: 'Objective', sensitivity: 'personal' }),
  intervention: v.optional(
    field(codeList('intervention-kind'), { label: 'Intervention meant to achieve it' }),
  ),
  ownedBy: field(Line, {
    label: 'Person responsible',
    hint: 'A named person: the officer, the young person, a parent, a mentor',
    sensitivity: 'personal',
  }),
  targetOn: field(PlainDate, { label: 'Target date', input: 'date', horizon: 'objective' }),
  measure: field(Narrative, {
    label: 'How we will know',
    hint: 'What can be seen or shown when it is achieved',
    input: 'narrative',
    sensitivity: 'personal',
  }),
  /** Absent while it is open. */
  result: v.optional(
    field(codeList('objective-result'), {
      label: 'Was the objective achieved?',
      called: 'whether the objective was achieved',
    }),
  ),
  closedOn: v.optional(
    field(PlainDate, { label: 'Closed on', called: 'the date it was closed', input: 'date' }),
  ),
  closedBecause: v.optional(
    field(Narrative, {
      label: 'What shows it, or why not',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
});
export type Objective = v.InferOutput<typeof Objective>;
