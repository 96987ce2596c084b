/**
 * Everything that a visit view may show: a list of what a family may see, to which a new kind of fact is added by a
 * decision, not by chance. No level, concern or marker, nobody else, and no reason for the contact.
 */
import {
  type PlainDate,
  type RecordId,
  type RecordStore,
  type StoredRecord,
  sessionOrder,
  sessionWhen,
} from '@cyber-prevent/core';

export interface VisitFacts {
  /** As recorded: a preferred name may be one that the family does not know. */
  readonly name: string;
  /** The next session that is arranged. */
  readonly appointment?: { readonly when: string; readonly place?: string | undefined };
}

/** @returns undefined if nobody with that id is on record, or their record is closed to the officer */
export async function visitFacts(
  store: Pick<RecordStore, 'get' | 'query'>,
  subjectId: RecordId,
  today: PlainDate,
): Promise<VisitFacts | undefined> {
  const subject = await store.get('subject', subjectId);
  if (!subject) return undefined;
  const next = nextOf(await store.query('session', { subjectId }), today);
  return {
    name: subject.value.name,
    ...(next ? { appointment: { when: sessionWhen(next.value), place: next.value.place } } : {}),
  };
}

function nextOf(
  sessions: readonly StoredRecord<'session'>[],
  today: PlainDate,
): StoredRecord<'session'> | undefined {
  return sessions
    .filter(({ value }) => value.attendance === undefined && value.arrangedFor >= today)
    .toSorted((a, b) => sessionOrder(a.value, b.value))[0];
}
