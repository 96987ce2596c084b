/**
 * Evidence about a condition: that it is met, in part or whole, or that it may have been breached, which is reported to
 * the decision maker.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const ConditionEvidence = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  conditionId: refersTo('condition', 'Condition'),
  notedOn: field(PlainDate, {
    label: 'Noted on',
    called: 'the date it was noted',
    input: 'date',
    hasCome: true,
  }),
  happenedOn: v.optional(
    field(PlainDate, { label: 'Happened on', called: 'the date it happened', input: 'date' }),
  ),
  shows: field(codeList('evidence-shows'), { label: 'What it shows' }),
  what: field(Narrative, {
    label: 'What was seen or handed over',
    input: 'narrative',
    sensitivity: 'criminal',
  }),
  source: field(Line, { label: 'Who reported it, or where it was seen', sensitivity: 'source' }),
  statement: field(codeList('statement-type'), {
    label: 'What kind of information is this?',
    called: 'what kind of information this is',
  }),
  explanation: v.optional(
    field(Narrative, {
      label: 'What they say about it',
      hint: 'In their words. If an offence is admitted, stop and open a stop card',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  /** Absent, for a possible breach, until somebody is informed. */
  toldOn: v.optional(
    field(PlainDate, { label: 'Told on', called: 'the date they were told', input: 'date' }),
  ),
  toldWhom: v.optional(
    field(Line, {
      label: 'Who was told',
      hint: 'The officer in the case, or the decision maker',
      sensitivity: 'personal',
    }),
  ),
});
export type ConditionEvidence = v.InferOutput<typeof ConditionEvidence>;
