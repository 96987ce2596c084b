/** Contacts that were logged with a person after a save: if it was on the wrong person, they may be too. */
import type { RecordId } from '../../shared/primitives.js';
import type { RecordStore, StoredRecord } from '../../store/log/port.js';
import { type Batch, revisionsOf } from '../../store/log/revision.js';

/** Contacts with the person from those batches, without any that was corrected since. */
export async function loggedIn(
  later: readonly Batch[],
  store: Pick<RecordStore, 'query'>,
  subjectId: RecordId,
): Promise<readonly StoredRecord<'intervention'>[]> {
  const made = new Set(
    later
      .flatMap(revisionsOf)
      .flatMap(({ kind, record, parents }) =>
        kind === 'intervention' && parents.length === 0 ? [record] : [],
      ),
  );
  if (made.size === 0) return [];
  const own = await store.query('intervention', { subjectId });
  const corrected = new Set(own.flatMap(({ value: { corrects } }) => corrects ?? []));
  return own.filter(({ id }) => made.has(id) && !corrected.has(id));
}

/**
 * Contacts with the person that were logged after the save of that sequence, and that stay with them when it is undone
 * or moved. An officer has to say who they are about.
 */
export async function loggedSince(
  store: Pick<RecordStore, 'query' | 'batchesSince'>,
  seq: number,
  subjectId: RecordId,
): Promise<readonly StoredRecord<'intervention'>[]> {
  return loggedIn(await store.batchesSince(seq), store, subjectId);
}
