/** The course of a case as marks on days: what a small picture of it draws, and what its table lists. */
import { standingContacts } from '../../casework/act/standing-contacts.js';
import type { RecordKind } from '../../record/kind.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { isMet, isMissed } from './last-contact.js';
import { type OwnRecords, order } from './own-records.js';

/** `not-met`: a contact at which they were not there, or a session that they did not come to. */
export const COURSE_MARKS = ['contact', 'not-met', 'session', 'decision', 'notice'] as const;
export type CourseMarkKind = (typeof COURSE_MARKS)[number];

export interface CourseMark {
  readonly on: PlainDate;
  readonly mark: CourseMarkKind;
  readonly kind: RecordKind;
  readonly record: RecordId;
}

/** Marks in the order of their days, also of days to come. A session has one once somebody recorded who came. */
export function courseMarks(own: OwnRecords): readonly CourseMark[] {
  const sessions = own('session').filter(({ value }) => value.attendance !== undefined);
  const attended = sessions.filter((session) => cameTo(session));
  // A session that became a contact is drawn once, as the contact.
  const apart = attended.filter(({ value }) => value.interventionId === undefined);
  return [
    ...standingContacts(own('intervention')).map((record) =>
      markOf(record, record.value.heldOn, isMet(record) ? 'contact' : 'not-met'),
    ),
    ...apart.map((record) => markOf(record, record.value.arrangedFor, 'session')),
    ...sessions
      .filter(isMissed)
      .map((record) => markOf(record, record.value.arrangedFor, 'not-met')),
    ...standing(own('decision')).map((record) =>
      markOf(record, record.value.decidedOn, 'decision'),
    ),
    ...own('order').flatMap((record) =>
      record.value.givenOn === undefined ? [] : [markOf(record, record.value.givenOn, 'decision')],
    ),
    ...own('ceaseAndDesist').map((record) => markOf(record, record.value.servedOn, 'notice')),
  ].toSorted((a, b) => order(`${a.on} ${a.record}`, `${b.on} ${b.record}`));
}

const CAME: ReadonlySet<string> = new Set(['attended', 'attended-late']);

function cameTo({ value }: StoredRecord<'session'>): boolean {
  return CAME.has(value.attendance ?? '');
}

/** Decisions that no later one changed. */
function standing(
  decisions: readonly StoredRecord<'decision'>[],
): readonly StoredRecord<'decision'>[] {
  const replaced = new Set(decisions.map(({ value }) => value.replaces));
  return decisions.filter(({ id }) => !replaced.has(id));
}

function markOf({ kind, id }: StoredRecord, on: PlainDate, mark: CourseMarkKind): CourseMark {
  return { on, mark, kind, record: id };
}
