/** A worry that somebody is being, or may be, harmed. It comes first: nothing gates it, and a bare sentence is enough. */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Instant, Line, Narrative } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const SafeguardingConcern = v.strictObject({
  id: ownId(),
  subjectId: v.optional(refersTo('subject', 'Subject')),
  what: field(Narrative, {
    label: 'What is the concern?',
    called: 'what the concern is',
    hint: 'What was seen or said, by whom, in their words where you can',
    input: 'narrative',
    sensitivity: 'special',
  }),
  riskNow: field(codeList('risk-now'), {
    label: 'How serious is the risk now?',
    called: 'how serious the risk is now',
  }),
  told: field(v.array(codeList('safeguarding-told')), {
    label: 'Who has been told?',
    called: 'who has been told',
    none: 'nobody-yet',
  }),
  toldWhom: v.optional(field(Line, { label: 'Name or team told', sensitivity: 'personal' })),
  toldAt: v.optional(
    field(Instant, {
      label: 'When',
      called: 'the date and time they were told',
      input: 'date-time',
    }),
  ),
  toldHow: v.optional(
    field(Line, { label: 'How', called: 'how they were told', hint: 'For example by telephone' }),
  ),
  reference: v.optional(field(Line, { label: 'Their reference' })),
  parentTold: field(
    v.picklist(['yes', 'no', 'not-known'], 'Select whether the parent or carer was told'),
    {
      label: 'Has the parent or carer been told?',
      called: 'whether the parent or carer has been told',
      input: 'choice',
    },
  ),
  whyParentNotTold: v.optional(
    field(Narrative, {
      label: 'Why not',
      called: 'why the parent or carer was not told',
      input: 'narrative',
      sensitivity: 'special',
    }),
  ),
});
export type SafeguardingConcern = v.InferOutput<typeof SafeguardingConcern>;
