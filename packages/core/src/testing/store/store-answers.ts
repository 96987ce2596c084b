/** All of a store's answers about its content, to compare one way of opening it with another. */
import { RECORD_KINDS } from '../../record/kind.js';
import type { RecordStore } from '../../store/log/port.js';
import { undoSave } from '../../store/undo.js';

/** Every answer that does not write: current records, histories, the audit, the batches, and what an undo would do. */
export async function answersOf(store: RecordStore) {
  const batches = await store.batchesSince(0);
  const revisions = batches.flatMap((batch) => batch.revisions.map((entry) => entry?.content));
  const named = batches.flatMap(({ audit }) => audit.flatMap((entry) => entry?.content.records));
  const ids = [...new Set([...revisions.map((revision) => revision?.record), ...named])];
  return {
    batches,
    audit: await store.audit(),
    trail: await store.trail(ids.flatMap((id) => id ?? [])),
    standing: await Promise.all(RECORD_KINDS.map((kind) => store.query(kind))),
    records: await Promise.all(
      ids.flatMap((id) =>
        id ? [...RECORD_KINDS.map((kind) => store.get(kind, id)), store.history(id)] : [],
      ),
    ),
    since: await Promise.all(batches.map(({ header }) => seqsSince(store, header.seq))),
    undo: await Promise.all(batches.map(({ header }) => undoSave(store, header.seq))),
  };
}

async function seqsSince(store: RecordStore, seq: number): Promise<readonly number[]> {
  return (await store.batchesSince(seq)).map(({ header }) => header.seq);
}
