/** Takes proved batches of other devices into this device's log in lots, each with its audit entry. */
import type { RecordId } from '../../shared/primitives.js';
import type { Ledger } from '../ledger.js';
import type { Received } from '../log/port.js';
import { type AuditEntry, type Batch, type Commit, revisionsOf } from '../log/revision.js';
import { blobsOfBatch, SURELY_WAITING } from './carried-blobs.js';
import type { Sifted } from './sift.js';

/** Most received batches in one of ours, and most entries in them: amounts that a sealed batch can easily hold. */
const LOT_BATCHES = 256;
const LOT_ENTRIES = 5_000;
/** Most blobs that the batches in one of ours name, unless one names more: a backup has them before that batch. */
const LOT_BLOBS = SURELY_WAITING;

export interface TakeInOptions {
  readonly ledger: Ledger;
  /** The entry as the store checks it, for the given code of the list `reason`. */
  readonly entry: (action: AuditEntry['action'], records: readonly RecordId[]) => Commit;
  /** Records to be logged as disposed of: another copy of these records says so. */
  readonly erased: ReadonlySet<RecordId>;
  readonly tell: (batch: Batch) => void;
}

/** Keeps each lot before the next: work cut short by a crash continues when it is requested again. */
export async function takeIn(
  { own, others, heldCount, leftOut, unended }: Sifted,
  { ledger, entry, erased, tell }: TakeInOptions,
): Promise<Received> {
  const records = new Set<RecordId>();
  const disposedElsewhere = new Set<RecordId>();
  for (const { batch, head } of own) {
    await ledger.adopt(batch, head);
    tell(batch);
    for (const { record } of revisionsOf(batch)) records.add(record);
  }
  for (const lot of lots(others)) {
    const brought = new Set(lot.flatMap((batch) => revisionsOf(batch).map(({ record }) => record)));
    tell(await ledger.keep(entry('combination', [...brought]), lot));
    for (const id of brought) records.add(id);
    for (const id of lot.flatMap(erasedIn)) disposedElsewhere.add(id);
  }
  const gone = leftOut.filter((id) => erased.has(id) && !ledger.disposed.has(id));
  if (gone.length > 0) tell(await ledger.keep(entry('erasure', gone)));
  const held = (id: RecordId) => ledger.records.find(id);
  return {
    ...ledger.end,
    takenCount: own.length + others.length,
    heldCount,
    records: [...records].filter((id) => held(id) !== undefined),
    conflicts: [...records].filter((id) => (held(id)?.branches.length ?? 0) > 1),
    leftOut,
    unended: unended.map(({ record }) => record),
    disposedElsewhere: [...disposedElsewhere].filter((id) => held(id) !== undefined),
  };
}

function* lots(batches: readonly Batch[]): Generator<readonly Batch[]> {
  let lot: Batch[] = [];
  let [entries, blobs] = [0, 0];
  for (const batch of batches) {
    const named = blobsOfBatch(batch).length;
    const isFull = lot.length >= LOT_BATCHES || entries >= LOT_ENTRIES || blobs + named > LOT_BLOBS;
    if (lot.length > 0 && isFull) {
      yield lot;
      lot = [];
      [entries, blobs] = [0, 0];
    }
    lot.push(batch);
    entries += batch.header.commitments.length;
    blobs += named;
  }
  if (lot.length > 0) yield lot;
}

function erasedIn({ audit }: Batch): readonly RecordId[] {
  return audit.flatMap((entry) =>
    entry?.content.action === 'erasure' ? entry.content.records : [],
  );
}
