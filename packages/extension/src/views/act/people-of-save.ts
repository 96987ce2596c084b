/** The people whose records a save made or changed, with their names: a success message names them. */
import type { Change, RecordId, RecordStore } from '@cyber-prevent/core';

interface PeopleOfSave {
  readonly ids: readonly RecordId[];
  /** Of those who are still on record and open to the officer. */
  readonly names: readonly string[];
}

/** More people are counted by the message itself. */
const MOST_NAMED = 6;

export async function peopleOfSave(
  store: Pick<RecordStore, 'get'>,
  changes: readonly Change[],
): Promise<PeopleOfSave> {
  const named = await Promise.all(changes.map((change) => subjectOf(store, change)));
  const ids = [...new Set(named.flatMap((id) => id ?? []))];
  if (ids.length > MOST_NAMED) return { ids, names: [] };
  const held = await Promise.all(ids.map((id) => store.get('subject', id).catch(() => undefined)));
  return { ids, names: held.flatMap((each) => (each ? [each.value.name] : [])) };
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
