/**
 * A contact that is arranged, before it takes place; afterwards, the attendance. The events in it are in the logged
 * intervention: a session records only the arrangement and the attendance.
 */
import * as v from 'valibot';
import { codeList } from '../codes/code-list.js';
import { ClockTime } from '../shared/clock-time.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

export const Session = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  /** The objective of the session; absent if it has none. */
  objectiveId: v.optional(refersTo('objective', 'Objective')),
  kind: field(codeList('intervention-kind'), { label: 'Kind of intervention' }),
  arrangedFor: field(PlainDate, {
    label: 'Arranged for',
    called: 'the date it is arranged for',
    input: 'date',
    horizon: 'follow-up',
  }),
  /** Absent if only the day is arranged. */
  startsAt: v.optional(
    field(ClockTime, {
      label: 'Time',
      called: 'the time it starts',
      hint: 'On the 24-hour clock, for example 14:30',
    }),
  ),
  place: v.optional(field(Line, { label: 'Place', sensitivity: 'personal' })),
  /** Absent until the day has come and somebody has recorded it. */
  attendance: v.optional(
    field(codeList('attendance'), { label: 'Did they come?', called: 'whether they came' }),
  ),
  whyNot: v.optional(
    field(Narrative, {
      label: 'Why not',
      called: 'why the young person did not come',
      hint: 'As you were told, and by whom',
      input: 'narrative',
      sensitivity: 'personal',
    }),
  ),
  /** The contact that it became. */
  interventionId: v.optional(refersTo('intervention', 'What happened')),
});
export type Session = v.InferOutput<typeof Session>;
