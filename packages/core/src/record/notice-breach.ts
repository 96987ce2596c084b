/**
 * A sign that somebody continued after a notice. It accuses nobody: it records the observation, the observer, and the
 * person informed.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const NoticeBreach = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  noticeId: refersTo('ceaseAndDesist', 'Notice'),
  notedOn: field(PlainDate, {
    label: 'Noted on',
    called: 'the date it was noted',
    input: 'date',
    hasCome: true,
  }),
  happenedOn: v.optional(
    field(PlainDate, { label: 'Happened on', called: 'the date it happened', input: 'date' }),
  ),
  what: field(Narrative, {
    label: 'What suggests it',
    input: 'narrative',
    sensitivity: 'criminal',
  }),
  source: field(Line, { label: 'Who reported it, or where it was seen', sensitivity: 'source' }),
  statement: field(codeList('statement-type'), {
    label: 'What kind of information is this?',
    called: 'what kind of information this is',
  }),
  /** Absent until somebody is informed: it is due until then. */
  toldOn: v.optional(
    field(PlainDate, { label: 'Told on', called: 'the date they were told', input: 'date' }),
  ),
  toldWhom: v.optional(
    field(Line, {
      label: 'Who was told',
      hint: 'The officer in the case, or the person who decides whether to appoint one',
      sensitivity: 'personal',
    }),
  ),
});
export type NoticeBreach = v.InferOutput<typeof NoticeBreach>;
