/** The level of contact with somebody, from a day on: the tier that an officer chose, and the reason. */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';
import { from } from './time-span.js';

export const Monitoring = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  tier: field(codeList('activity-tier'), { label: 'Tier' }),
  from,
  why: field(Narrative, {
    label: 'Why this tier',
    called: 'why this tier is chosen',
    input: 'narrative',
    sensitivity: 'personal',
  }),
  checksFrom: v.optional(
    field(PlainDate, {
      label: 'Offending is checked from',
      called: 'the date from which offending is checked',
      hint: 'The date from which the months are counted, such as that of the outcome. Leave empty where nobody checks',
      input: 'date',
      horizon: 'condition',
    }),
  ),
  endedOn: v.optional(
    field(PlainDate, { label: 'Ended on', called: 'the date it ended', input: 'date' }),
  ),
  endedWhy: v.optional(
    field(Narrative, { label: 'Why it ended', input: 'narrative', sensitivity: 'personal' }),
  ),
  /** The monitoring that this replaces. */
  replaces: v.optional(refersTo('monitoring', 'Replaces', 'the tier that this replaces')),
});
export type Monitoring = v.InferOutput<typeof Monitoring>;
