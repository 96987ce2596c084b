/**
 * The condition for processing a kind of special category or criminal-allegation data of one person, and the reason.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';

export const ProcessingCondition = v.strictObject({
  /** The path of the kind of value, `subject.communicationNeeds`. */
  what: field(Line, { label: 'Kind of value' }),
  regime: field(codeList('purpose-regime'), { label: 'Regime' }),
  condition: field(codeList('processing-condition'), { label: 'Condition' }),
  whyNecessary: field(Narrative, {
    label: 'Why it is strictly necessary',
    sensitivity: 'special',
    input: 'narrative',
  }),
  decidedOn: field(PlainDate, {
    label: 'Decided on',
    called: 'the date of the decision',
    input: 'date',
  }),
});
export type ProcessingCondition = v.InferOutput<typeof ProcessingCondition>;
