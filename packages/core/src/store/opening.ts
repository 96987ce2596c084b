/** A ledger being loaded: kind by kind from the heads that the log keeps, or at once from all the batches. */
import { RECORD_KINDS, type RecordKind } from '../record/kind.js';
import type { Ledger } from './ledger.js';
import type { HeadPortion, HeadRecord } from './log/heads.js';
import type { StoredRecord } from './log/port.js';
import { closed } from './log/trouble.js';

export interface Opening {
  /** The ledger, once all records of the kind are in it in their current state. Rejects as `whole` does. */
  of(kind: RecordKind): Promise<Ledger>;
  /** The ledger, once it is complete. Rejects if neither the heads nor the batches can be used. */
  readonly whole: Promise<Ledger>;
  /** The records put first, once loaded; undefined if there were none, or they cannot be used. Never rejects. */
  first(): Promise<readonly StoredRecord[] | undefined>;
  /** Stops loading: anything not loaded yet never will be. */
  stop(): void;
}

/** An opening that is complete from the start. */
export function opened(ledger: Ledger): Opening {
  const whole = Promise.resolve(ledger);
  return { of: () => whole, whole, first: async () => undefined, stop: () => undefined };
}

export interface FillOptions {
  /** Number of portions that hold the records put first. Absent: none were. */
  readonly first?: number;
  /** Brings the records put first up to the end. */
  readonly firstOf: (heads: readonly HeadRecord[]) => Promise<readonly StoredRecord[] | undefined>;
  /** Gives another ledger if the heads turn out to be unusable, for any reason; it obeys the signal. */
  readonly instead: (signal: StopSignal) => Promise<Ledger>;
}

/** Fills the ledger, which already has the proved batches after the heads. */
export function fill(
  ledger: Ledger,
  portions: AsyncIterable<HeadPortion>,
  { first: awaited, firstOf, instead }: FillOptions,
): Opening {
  const signal = { isStopped: false };
  const [first, firstIn] = [[] as HeadRecord[], arrival<readonly HeadRecord[] | undefined>()];
  const arrivals = new Map(RECORD_KINDS.map((kind) => [kind, arrival<Ledger>()]));
  const missing = new Set(RECORD_KINDS);
  let isOfNoUse = false;

  const arrive = async (more: readonly RecordKind[]): Promise<void> => {
    for (const kind of missing) {
      if (more.includes(kind)) continue;
      await ledger.takeIn(kind);
      missing.delete(kind);
      arrivals.get(kind)?.resolve(ledger);
    }
  };
  const filled = async (): Promise<Ledger> => {
    let left = awaited ?? Number.POSITIVE_INFINITY;
    if (left === 0) firstIn.resolve(first);
    for await (const { records, more = RECORD_KINDS } of portions) {
      refuseStopped(signal);
      for (const head of records) ledger.records.hold(head);
      if (left > 0 && awaited !== undefined) first.push(...records);
      left -= 1;
      if (left === 0) firstIn.resolve(first);
      await arrive(more);
    }
    firstIn.resolve(undefined);
    await arrive([]);
    refuseStopped(signal);
    return ledger;
  };
  const whole = filled().catch((error: unknown) => {
    firstIn.resolve(undefined);
    if (signal.isStopped) throw error;
    isOfNoUse = true;
    return instead(signal);
  });
  // Callers receive the rejection; there may be no caller.
  whole.catch(() => undefined);

  return {
    of: (kind) => (isOfNoUse ? whole : Promise.race([arrivals.get(kind)?.promise ?? whole, whole])),
    whole,
    async first() {
      const heads = await firstIn.promise;
      return heads && !isOfNoUse && !signal.isStopped ? firstOf(heads) : undefined;
    },
    stop() {
      signal.isStopped = true;
    },
  };
}

export interface StopSignal {
  readonly isStopped: boolean;
}

/** @throws {PreventError} `CP_STORE_CLOSED` */
export function refuseStopped({ isStopped }: StopSignal): void {
  if (isStopped) throw closed();
}

interface Arrival<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
}

function arrival<T>(): Arrival<T> {
  let resolve: Arrival<T>['resolve'] = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: (value) => resolve(value) };
}
