/**
 * A caution, an order, a licence or bail: an obligation on somebody, or the advice to the officer in the case. The
 * decision maker is outside: this records the advice, the result as we were told, and the outcome that we propose.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

const day = (label: string, called: string, hint?: string) =>
  v.optional(field(PlainDate, { label, called, input: 'date', ...(hint ? { hint } : {}) }));

export const Order = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  kind: field(codeList('order-kind'), { label: 'Kind of caution or order' }),
  officerInCase: v.optional(
    field(Line, {
      label: 'Officer in the case',
      hint: 'Name, number and force: who decides, or puts it before the decision maker',
      sensitivity: 'personal',
    }),
  ),
  crimeReference: v.optional(field(Line, { label: 'Crime reference', sensitivity: 'criminal' })),
  offence: v.optional(
    field(Narrative, {
      label: 'What it is about',
      hint: 'As the officer in the case has it',
      input: 'narrative',
      sensitivity: 'criminal',
    }),
  ),
  admission: v.optional(
    field(codeList('admission'), {
      label: 'Is there an admission?',
      called: 'whether there is an admission',
      sensitivity: 'criminal',
    }),
  ),
  /** Absent if nobody asked for advice: a court made it, or bail was given. */
  advisedOn: day('Advice given on', 'the date the advice was given'),
  advice: v.optional(
    field(Narrative, {
      label: 'Why these conditions',
      called: 'why you advise these conditions',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  answer: v.optional(field(codeList('advice-answer'), { label: 'What happened to the advice' })),
  answeredOn: day('Answered on', 'the date of the answer'),
  /** Absent while it is only advised. */
  givenOn: day('Given on', 'the date it was given'),
  givenBy: v.optional(
    field(Line, {
      label: 'Who gave or made it',
      hint: 'The officer, the prosecutor or the court, as you were told',
      sensitivity: 'personal',
    }),
  ),
  endsOn: v.optional(
    field(PlainDate, {
      label: 'Ends on',
      called: 'the date it ends',
      hint: 'Leave empty if it has no end date',
      input: 'date',
      horizon: 'condition',
    }),
  ),
  ended: v.optional(field(codeList('order-end'), { label: 'How it ended' })),
  endedOn: day('Ended on', 'the date it ended'),
  /** A proposal for the officer in the case; it sets nothing. */
  proposedOutcome: v.optional(
    field(codeList('home-office-outcome'), { label: 'Outcome that is proposed' }),
  ),
  proposedOn: day('Proposed on', 'the date it was proposed'),
  /** Recorded by the force; this toolkit does not set it. */
  outcome: v.optional(
    field(codeList('home-office-outcome'), {
      label: 'Outcome that the force recorded',
      hint: 'As you were told by the person who recorded it',
    }),
  ),
  outcomeOn: day('Recorded on', 'the date it was recorded'),
  outcomeBy: v.optional(
    field(Line, { label: 'Who recorded it', hint: 'Name and number', sensitivity: 'personal' }),
  ),
  interview: v.optional(
    field(codeList('interview-offer'), {
      label: 'Was an interview offered?',
      called: 'whether an interview was offered',
    }),
  ),
  interviewOn: day(
    'Offered on',
    'the date it was offered',
    'Or the day on which it was decided not to',
  ),
  interviewWhy: v.optional(
    field(Narrative, {
      label: 'What was said about it',
      hint: 'Where it was not offered: why not',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
});
export type Order = v.InferOutput<typeof Order>;
