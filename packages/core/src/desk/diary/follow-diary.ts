/**
 * The diary of an open store: what it is folded from is read once, and after that only what a save has changed. At an
 * opening that is what the diary needs, not all that is held; when a save makes more count, everything is read.
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
   * The diary of that day, with every save in it that was kept before this was asked.
   *
   * @throws {PreventError} the `CP_STORE_…` codes of the port
   */
  read(today: PlainDate): Promise<Diary>;
  /** Forgets every record. */
  stop(): void;
}

export interface FollowOptions extends Omit<DiaryContext, 'today'> {
  /** Lets others go first, between portions of a long piece of work. */
  readonly pause?: () => Promise<void>;
  /** What {@link diaryOrder} of the same triggers wants first, as it stands, where that is in hand before the rest. */
  readonly first?: () => Promise<readonly StoredRecord[] | undefined>;
}

type Source = Pick<RecordStore, 'get' | 'query' | 'subscribe'>;

/** So many that others should go first. */
const PORTION = 500;

/** Made once for an open store. Nothing is read before it is first asked. */
export function followDiary(store: Source, options: FollowOptions): FollowedDiary {
  const { pause = async () => undefined, first: early, ...context } = options;
  const changed = new Map<RecordId, RecordKind | undefined>();
  const order = diaryOrder(context.triggers ?? []);
  let reading: Promise<DiaryFold> | undefined;
  /** Whether something was saved after which those that came first are not enough any more. */
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
      // A pause costs some milliseconds, and there are many kinds with next to nothing in them.
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
  // One at a time, so that no reading sees half of what another is putting in.
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

/** Every record that the batch, or one within it, says was disposed of. */
function erasedIn({ audit, received = [] }: Batch): readonly RecordId[] {
  return [
    ...audit.flatMap((entry) => (entry?.content.action === 'erasure' ? entry.content.records : [])),
    ...received.flatMap((entry) => (entry ? erasedIn(entry.content) : [])),
  ];
}
