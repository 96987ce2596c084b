/** The people whose records a save made or changed: a success message names them. */
import type { Change, RecordId, RecordStore, StoredRecord } from '@cyber-prevent/core';

interface PeopleOfSave {
  readonly ids: readonly RecordId[];
  /** Those who are still on record and open to the officer. */
  readonly people: readonly StoredRecord<'subject'>[];
}

/** More people are counted by the message itself. */
export const MOST_NAMED = 6;

/** @param otherwise - the person whom it is about, if no change names anybody */
export async function peopleOfSave(
  store: Pick<RecordStore, 'get'>,
  changes: readonly Change[],
  otherwise?: RecordId,
): Promise<PeopleOfSave> {
  const named = await Promise.all(changes.map((change) => subjectOf(store, change)));
  const found = new Set(named.flatMap((id) => id ?? []));
  if (found.size === 0 && otherwise !== undefined) found.add(otherwise);
  const ids = [...found];
  return { ids, people: ids.length > MOST_NAMED ? [] : await peopleHeld(store, ids) };
}

/** Those of them who are still on record and open to the officer. */
export async function peopleHeld(
  store: Pick<RecordStore, 'get'>,
  ids: readonly RecordId[],
): Promise<readonly StoredRecord<'subject'>[]> {
  const held = await Promise.all(ids.map((id) => store.get('subject', id).catch(() => undefined)));
  return held.flatMap((each) => each ?? []);
}

/** A change of a stored record seldom sets whose it is. */
async function subjectOf(
  store: Pick<RecordStore, 'get'>,
  { kind, record, set }: Change,
): Promise<RecordId | undefined> {
  if (kind === 'subject') return record;
  if ('subjectId' in set && set.subjectId) return set.subjectId;
  const held = await store.get(kind, record).catch(() => undefined);
  return held && 'subjectId' in held.value ? held.value.subjectId : undefined;
}
