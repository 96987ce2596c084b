/**
 * The diary of an open store: its records are read once, then only those that a save changed. At an opening it reads
 * only the records that the diary needs. If a save makes others count, everything is read.
 */
import { RECORD_KINDS, type RecordKind } from '../../record/kind.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { RecordStore, StoredRecord } from '../../store/log/port.js';
import { type Batch, revisionsOf } from '../../store/log/revision.js';
import { type DiaryContext, livingDiary } from './diary.js';
import type { Diary } from './diary-entry.js';
import type { DiaryFold } from './diary-fold.js';
import { diaryOrder } from './diary-order.js';

export interface FollowedDiary {
  /**
   * Returns the diary of that day, including every save stored before the call.
   *
   * @throws {PreventError} the `CP_STORE_…` codes of the port
   */
  read(today: PlainDate): Promise<Diary>;
  /** Forgets every record. */
  stop(): void;
}

export interface FollowOptions extends Omit<DiaryContext, 'today'> {
  /** Lets other work run between portions of a long task. */
  readonly pause?: () => Promise<void>;
  /**
   * The records that {@link diaryOrder} of the same triggers needs first, in their current state, if they are in hand
   * before the rest.
   */
  readonly first?: () => Promise<readonly StoredRecord[] | undefined>;
}

type Source = Pick<RecordStore, 'get' | 'query' | 'subscribe'>;

/** Records read before other work should run. */
const PORTION = 500;

/** Makes the diary, once for each open store. Nothing is read before the first call of `read`. */
export function followDiary(store: Source, options: FollowOptions): FollowedDiary {
  const { pause = async () => undefined, first: early, ...context } = options;
  const changed = new Map<RecordId, RecordKind | undefined>();
  const order = diaryOrder(context.triggers ?? []);
  let reading: Promise<DiaryFold> | undefined;
  /** True if a save has made the first records insufficient. */
  let isOutlasted = false;
  let isOfFirst = false;

  const read = async (): Promise<DiaryFold> => {
    changed.clear();
    const first = isOutlasted ? undefined : await early?.();
    isOfFirst = first !== undefined && !isOutlasted;
    return first && isOfFirst ? livingDiary(first, context) : readAll();
  };
  const readAll = async (): Promise<DiaryFold> => {
    changed.clear();
    const held: StoredRecord[] = [];
    for (const kind of RECORD_KINDS) {
      const records = await store.query(kind);
      for (const record of records) held.push(record);
      // A pause costs some milliseconds, and many kinds have next to no records.
      if (records.length > PORTION) await pause();
    }
    return livingDiary(held, context);
  };
  const readAgain = async (fold: DiaryFold): Promise<void> => {
    for (const [id, known] of [...changed]) {
      changed.delete(id);
      const kinds = known === undefined ? RECORD_KINDS : [known];
      const found = await Promise.all(kinds.map((kind) => store.get(kind, id)));
      const record = found.find((each) => each !== undefined);
      if (record) fold.put(record);
      else fold.drop(id);
    }
  };
  const unhear = store.subscribe((batch) => {
    const [revisions, erased] = [revisionsOf(batch), erasedIn(batch)];
    for (const { record, kind } of revisions) changed.set(record, kind);
    for (const id of erased) changed.set(id, changed.get(id));
    const isOfOthers = batch.received !== undefined || erased.length > 0;
    isOutlasted ||= isOfOthers || !revisions.every(order.outlasts);
  });
  const forget = (): void => undefined;
  // One at a time, so that no reading sees a half-finished update of another.
  let turn: Promise<unknown> = Promise.resolve();
  return {
    read(today) {
      const done = turn.then(async () => {
        if (isOfFirst && isOutlasted) reading = undefined;
        reading ??= read();
        const fold = await reading.catch((error: unknown) => {
          reading = undefined;
          throw error;
        });
        await readAgain(fold);
        return fold.read(today);
      });
      turn = done.then(forget, forget);
      return done;
    },
    stop() {
      unhear();
      reading = undefined;
      changed.clear();
    },
  };
}

/** Every record disposed of according to the batch, or one within it. */
function erasedIn({ audit, received = [] }: Batch): readonly RecordId[] {
  return [
    ...audit.flatMap((entry) => (entry?.content.action === 'erasure' ? entry.content.records : [])),
    ...received.flatMap((entry) => (entry ? erasedIn(entry.content) : [])),
  ];
}
