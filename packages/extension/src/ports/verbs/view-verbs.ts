/**
 * Requests that a view makes of the keeper by itself, as `services.ask(verb, arguments)`: the arguments, and the reply.
 * A new verb is a row here and a handler in `keeper/session-handlers.ts`. Opening a record is none of these: a client
 * asks for that, under the reason that policy may require.
 */
import { type DisposalPlan, PlainDate, RecordId } from '@cyber-prevent/core';
import type { FormDoubt, PageSigns } from '@cyber-prevent/core/fill';
import type { FindAnswer } from '@cyber-prevent/core/find';
import * as v from 'valibot';
import type { DiaryRead } from '../diary-read.js';
import { MOST_SHOWN } from '../log-service.js';
import type { ObstaclesRead } from '../obstacles-read.js';
import type { PersonLineRead } from '../person-line-read.js';
import type { PracticeFill, PracticeRemoval, PracticeState } from '../practice.js';
import { PACK_VERBS } from './pack-verbs.js';
import { Nothing, ShortText, shape, verb, Whole } from './shapes.js';

export const VIEW_VERBS = {
  ...PACK_VERBS,
  /**
   * Entries due, overdue and upcoming until that day, with every earlier save included. Names and references only: not
   * a look at a record.
   */
  diary: verb(
    v.strictTuple([PlainDate]),
    shape<DiaryRead>('today', 'entries', 'counts', 'issues', 'people', 'begins', 'unnamed'),
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
   * Obstacles to acts on a person: said next to the act before their record is opened, and
   * no look at it. Refused for a record that is closed to the officer.
   */
  obstacles: verb(v.strictTuple([RecordId]), shape<ObstaclesRead>('subject', 'before')),
  /**
   * Finds whom the words may mean among everything held. Not a look at a record by itself: the page logs the search once
   * it has settled, with the records and the fields that it has shown. If it does not, the keeper does. The last
   * argument is true where the page shows the answer to these words already, and records changed. Refused as
   * `search-ready` is.
   */
  find: verb(
    v.strictTuple([
      ShortText,
      v.optional(v.pipe(Whole, v.maxValue(MOST_SHOWN))),
      v.optional(v.boolean()),
    ]),
    shape<FindAnswer>('found', 'hasMore'),
  ),
  /**
   * Refused with the issue `SEARCH_NOT_LOGGED` while searches cannot be logged: a page shows nobody for one then, also
   * whom it finds by itself.
   */
  'search-ready': verb(v.strictTuple([]), Nothing),
  /** Says of an answer that it came too late to be shown: other words were typed, or the screen was left. */
  'find-unshown': verb(v.strictTuple([ShortText]), Nothing),
  /**
   * Compares the references, names and dates of birth on the page of a form with those on record. Logs a look at
   * everybody who is named, before they are.
   */
  'form-doubts': verb(
    v.strictTuple([RecordId, shape<PageSigns>('shown')]),
    v.array(shape<FormDoubt>('text')),
  ),
  /** The practice caseload: what was entered, and what the officer did with it. Refused in a vault for real work. */
  'practice-state': verb(v.strictTuple([]), shape<PracticeState>('isFilled', 'workedOn')),
  /** Enters the next part of the practice caseload: asked again until it is done. Refused in a vault for real work. */
  'practice-fill': verb(v.strictTuple([]), shape<PracticeFill>('people', 'isDone')),
  /** Destroys the practice caseload; with `true` also the people whom the officer worked on since. */
  'practice-remove': verb(v.strictTuple([v.boolean()]), shape<PracticeRemoval>('people')),
} as const;
