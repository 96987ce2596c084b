/**
 * Requests that a view makes of the keeper by itself, as `services.ask(verb, arguments)`: the arguments, and the reply.
 * A new verb is a row here and a handler in `keeper/session-handlers.ts`. Opening a record is none of these: a client
 * asks for that, under the reason that policy may require.
 */
import { type DisposalPlan, PlainDate, RecordId } from '@cyber-prevent/core';
import type { FormDoubt, PageSigns } from '@cyber-prevent/core/fill';
import * as v from 'valibot';
import type { DiaryRead } from '../diary-read.js';
import type { PersonLineRead } from '../person-line-read.js';
import { shape, verb } from './shapes.js';

export const VIEW_VERBS = {
  /**
   * Entries due, overdue and upcoming until that day, with every earlier save included. Names and references only: not
   * a look at a record.
   */
  diary: verb(
    v.strictTuple([PlainDate]),
    shape<DiaryRead>('today', 'entries', 'counts', 'issues', 'people'),
  ),
  /**
   * Logs a look at the case for its retention, then gives the records that its disposal would destroy, and any
   * obstacles; undefined when the subject is not on record.
   */
  'plan-disposal': verb(
    v.strictTuple([RecordId]),
    v.optional(shape<DisposalPlan>('person', 'reference', 'ids', 'going', 'issues')),
  ),
  /**
   * The facts that stay in sight about a person on a screen that shows them anyway: not a further look. Undefined when
   * the person is not on record; when the record is closed to the officer, that it is, and no fact.
   */
  'person-line': verb(v.strictTuple([RecordId]), v.optional(shape<PersonLineRead>('name'))),
  /**
   * Compares the references, names and dates of birth on the page of a form with those on record. Logs a look at
   * everybody who is named, before they are.
   */
  'form-doubts': verb(
    v.strictTuple([RecordId, shape<PageSigns>('shown')]),
    v.array(shape<FormDoubt>('text')),
  ),
} as const;
