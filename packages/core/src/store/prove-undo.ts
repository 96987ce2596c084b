/**
 * Proof that a save undoes what it says. The law lets an undo do what no other save may, so the reason alone is not
 * enough.
 */
import { canonical } from '../shared/canonical.js';
import type { RecordId } from '../shared/primitives.js';
import { UNDO } from './log/compose.js';
import type { RecordStore } from './log/port.js';
import type { Change, Commit } from './log/revision.js';
import { invalid } from './prepare.js';
import { undoSave } from './undo.js';

/**
 * Returns for a save with another reason, and for one that is the whole undo of an earlier save.
 *
 * @param batchesOf - sequences of the saves that changed a record, ascending
 * @throws {PreventError} `CP_RECORD_INVALID`
 */
export async function refuseFalseUndo(
  { changes, reason }: Pick<Commit, 'changes' | 'reason'>,
  store: RecordStore,
  batchesOf: (id: RecordId) => readonly number[],
): Promise<void> {
  const [first] = changes;
  if (reason !== UNDO || !first) return;
  const claimed = sameWhenEqual(changes);
  for (const seq of batchesOf(first.record).toReversed()) {
    const undo = await undoSave(store, seq);
    if (undo.ok && sameWhenEqual(undo.value.changes) === claimed) return;
  }
  throw invalid([
    {
      code: 'undo-other',
      severity: 'error',
      message: 'This is not what undoing an earlier save does. Correct the record instead.',
    },
  ]);
}

function sameWhenEqual(changes: readonly Change[]): string {
  const parts = changes.map(({ kind, record, parents, set, sources, withdraw }) =>
    canonical([kind, record, parents.toSorted(), set, sources ?? {}, withdraw ?? false]),
  );
  return parts.toSorted().join('\n');
}
