/** The port over a ledger: who may write what, in which order, and who is told. */
import type { CodeLists } from '../codes/code-list.js';
import type { RecordKind, RecordOf } from '../record/kind.js';
import { PreventError } from '../shared/errors.js';
import type { Instant, RecordId } from '../shared/primitives.js';
import type { Verify } from './batch-log.js';
import { heldAmong } from './held.js';
import type { Ledger, LedgerOptions } from './ledger.js';
import type {
  DisposalReceipt,
  Receipt,
  Received,
  ReceiveOptions,
  RecordStore,
  StoredRecord,
  StoreListener,
} from './port.js';
import { type PrepareOptions, prepareCommit, prepareEntry } from './prepare.js';
import { takeIn } from './receive.js';
import type { AuditEntry, Batch, Commit, Revision } from './revision.js';
import { sift } from './sift.js';
import { asStoreError, plain, unknownRecord } from './trouble.js';

export interface LogStoreOptions extends LedgerOptions {
  readonly lists?: CodeLists;
}

/** The entries of a batch, those of a batch within it first: they were made before it was taken in. */
function logged({
  header,
  audit,
  received = [],
}: Batch): (AuditEntry & { at: Instant; by: RecordId })[] {
  return [
    ...received.flatMap((entry) => (entry ? logged(entry.content) : [])),
    ...audit.flatMap((entry) =>
      entry ? [{ ...entry.content, at: header.at, by: header.officer }] : [],
    ),
  ];
}

export class LogStore implements RecordStore {
  readonly #options: LogStoreOptions;
  readonly #ledger: Ledger;
  readonly #listeners = new Set<{ readonly tell: StoreListener }>();
  /** Writes wait here, so that each sees what the one before has left. */
  #queue: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | undefined;

  constructor(options: LogStoreOptions, ledger: Ledger) {
    this.#options = options;
    this.#ledger = ledger;
  }

  commit(commit: Commit): Promise<Receipt> {
    return this.#write(
      () => plain(commit),
      async (taken) => {
        const batch = await this.#ledger.keep(prepareCommit(taken, this.#prepareOptions()));
        this.#tell(batch);
        const revisions = batch.revisions.flatMap((entry) => (entry ? [entry.content.id] : []));
        return { ...this.#ledger.end, revisions };
      },
    );
  }

  async get<K extends RecordKind>(kind: K, id: RecordId): Promise<StoredRecord<K> | undefined> {
    this.#refuseClosed();
    return this.#ledger.records.get(kind, id);
  }

  async query<K extends RecordKind>(
    kind: K,
    where?: Partial<RecordOf<K>>,
  ): Promise<readonly StoredRecord<K>[]> {
    this.#refuseClosed();
    return this.#ledger.records.query(kind, where);
  }

  consult(ids: readonly RecordId[], reason: string): Promise<readonly StoredRecord[]> {
    return this.#write(
      () => [...new Set(ids)],
      async (records) => {
        const found = records.map((id) => {
          const entry = this.#ledger.records.find(id);
          if (!entry || entry.isWithdrawn) throw unknownRecord();
          return entry.stored;
        });
        if (found.length > 0) this.#tell(await this.#log('consultation', records, reason));
        return found;
      },
    );
  }

  async history(id: RecordId): Promise<readonly Revision[]> {
    this.#refuseClosed();
    return [...(await this.#ledger.revisionsOf(id)).values()];
  }

  async audit() {
    this.#refuseClosed();
    return (await this.#ledger.since(0)).flatMap(logged);
  }

  async batchesSince(seq: number): Promise<readonly Batch[]> {
    this.#refuseClosed();
    return this.#ledger.since(seq);
  }

  subscribe(listener: StoreListener): () => void {
    this.#refuseClosed();
    const entry = { tell: listener };
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
    };
  }

  /** The entry is logged first: a disposal cut short by a crash is then known, and finished when the store is opened. */
  dispose(ids: readonly RecordId[], reason: string): Promise<DisposalReceipt> {
    return this.#write(
      () => [...new Set(ids)],
      async (records) => {
        if (records.length === 0 || !records.every((id) => this.#isDisposable(id)))
          throw unknownRecord();
        if (heldAmong(records, this.#ledger.records) !== undefined)
          throw new PreventError(
            'CP_STORE_HELD',
            'A hold stands on the subject of one of these records. Nothing was disposed of: review the hold first.',
          );
        const batch = await this.#log('erasure', records, reason);
        try {
          await this.#ledger.erase();
        } finally {
          this.#tell(batch);
        }
        return { records, ...this.#ledger.end };
      },
    );
  }

  receive(
    batches: readonly Batch[],
    verify: Verify,
    reason: string,
    { from = 'backup', disposed = [] }: ReceiveOptions = {},
  ): Promise<Received> {
    return this.#write(
      () => plain({ batches, disposed }),
      async (given) => {
        const { signer, host } = this.#options;
        const ledger = this.#ledger;
        const entry = (action: AuditEntry['action'], records: readonly RecordId[]) =>
          prepareEntry({ action, records, fields: [], reason }, this.#prepareOptions());
        entry('combination', given.disposed);
        const erased = new Set(given.disposed);
        const sifted = await sift(given.batches, {
          ledger,
          signer,
          digest: host.digest,
          verify,
          from,
          disposed: new Set([...ledger.disposed, ...erased]),
        });
        return takeIn(sifted, { ledger, entry, erased, tell: (batch) => this.#tell(batch) });
      },
    );
  }

  compact(): Promise<void> {
    return this.#write(
      () => undefined,
      () => this.#ledger.compact(),
    );
  }

  close(): Promise<void> {
    this.#closing ??= this.#queue.then(async () => {
      this.#listeners.clear();
      await this.#options.log.close().catch((error: unknown) => {
        throw asStoreError(error);
      });
    });
    return this.#closing;
  }

  /** Takes what the caller hands over as it is now, waits for its turn, then writes. */
  async #write<I, O>(take: () => I, work: (input: I) => Promise<O>): Promise<O> {
    this.#refuseClosed();
    const input = take();
    const done = this.#queue.then(() => work(input));
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #log(action: AuditEntry['action'], records: readonly RecordId[], reason: string): Promise<Batch> {
    const entry = { action, records, fields: [], reason };
    return this.#ledger.keep(prepareEntry(entry, this.#prepareOptions()));
  }

  #prepareOptions(): PrepareOptions {
    const { host, lists } = this.#options;
    const { records: held, disposed } = this.#ledger;
    return { held, disposed, today: host.clock.today(), ...(lists ? { lists } : {}) };
  }

  /** Withdrawn records too, and those of a disposal that was cut short: it can be asked for again. */
  #isDisposable(id: RecordId): boolean {
    const { records, disposed, hasLeftovers } = this.#ledger;
    return records.find(id) !== undefined || (hasLeftovers && disposed.has(id));
  }

  /** A listener that fails is its own trouble: the save was kept, and the others are told. */
  #tell(batch: Batch): void {
    for (const { tell } of [...this.#listeners]) {
      try {
        const answer: unknown = tell(batch);
        if (answer instanceof Promise) answer.catch(() => undefined);
      } catch {
        // Nothing here could put it right.
      }
    }
  }

  #refuseClosed(): void {
    if (this.#closing)
      throw new PreventError('CP_STORE_CLOSED', 'The store was closed. Open it again.');
  }
}
