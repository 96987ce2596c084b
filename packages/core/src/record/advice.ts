/**
 * Advice given to somebody who asked for it: a school, a parent, a colleague. It is about a question and not about a
 * person, so it has no field for one; any name in it is checked as in an enquiry.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId } from './reference.js';

export const Advice = v.strictObject({
  id: ownId(),
  givenOn: field(PlainDate, {
    label: 'Advice given on',
    called: 'the date the advice was given',
    input: 'date',
    hasCome: true,
  }),
  /** The person to ring back, in a professional role. */
  askedBy: v.optional(
    field(Line, {
      label: 'Who asked',
      hint: 'Name and role of the person who asked, not of anybody it is about',
      sensitivity: 'personal',
    }),
  ),
  organisation: v.optional(field(Line, { label: 'Organisation' })),
  means: v.optional(field(codeList('enquiry-means'), { label: 'How it was received' })),
  topic: field(codeList('advice-topic'), { label: 'Topic', called: 'what it was about' }),
  asked: field(Narrative, {
    label: 'What was asked',
    hint: 'Leave out names and anything else that says who a child or young person is',
    input: 'narrative',
    sensitivity: 'personal',
  }),
  advice: field(Narrative, {
    label: 'Advice given',
    hint: 'What you said, in your own words',
    input: 'narrative',
    sensitivity: 'personal',
  }),
  resources: field(v.array(Line), {
    label: 'Resources given',
    hint: 'One on each line, for example a leaflet or a page. Leave it empty if there were none',
  }),
  followUpDueOn: v.optional(
    field(PlainDate, {
      label: 'Follow-up due',
      called: 'the date the follow-up is due',
      input: 'date',
      horizon: 'follow-up',
    }),
  ),
  /** Set when the follow-up was made; until then it is due. */
  followedUpOn: v.optional(
    field(PlainDate, {
      label: 'Followed up on',
      called: 'the date it was followed up',
      input: 'date',
      hasCome: true,
    }),
  ),
});
export type Advice = v.InferOutput<typeof Advice>;
