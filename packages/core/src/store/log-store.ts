/** The port over a ledger: permission to write, the order of writes, and notices to listeners. */
import type { CodeLists } from '../codes/code-list.js';
import type { RecordKind, RecordOf } from '../record/kind.js';
import { blobsIn, KINDS_WITH_BLOBS } from '../record/named-blob.js';
import { PreventError } from '../shared/errors.js';
import type { BlobName, RecordId } from '../shared/primitives.js';
import { keptByHolds } from './held.js';
import { heldOnlyWith } from './held-only.js';
import type { Ledger, LedgerOptions } from './ledger.js';
import { refuseDisposal, refuseSave, type StoreGate } from './log/gate.js';
import type {
  DisposalReceipt,
  Foreseen,
  HeldOnly,
  KeptByHold,
  Receipt,
  Received,
  ReceiveOptions,
  RecordStore,
  StoredRecord,
  StoreListener,
} from './log/port.js';
import type { AuditEntry, Batch, Commit, LoggedEntry, Revision } from './log/revision.js';
import type { Verify } from './log/signer.js';
import { type Trail, trailOf } from './log/trail.js';
import { asStoreError, closed, plain, unknownRecord } from './log/trouble.js';
import type { Opening } from './opening.js';
import { type PrepareOptions, prepareCommit, prepareEntry } from './prepare.js';
import { refuseFalseUndo } from './prove-undo.js';
import { takeIn } from './receive/receive.js';
import { foreseen, type SiftOptions, sift } from './receive/sift.js';

export interface LogStoreOptions extends LedgerOptions {
  readonly lists?: CodeLists;
  readonly gate?: StoreGate;
}

/** The entries of a batch. Those of a batch within it come first: they were made before it was received. */
export function loggedIn({ header, audit, received = [] }: Batch): LoggedEntry[] {
  return [
    ...received.flatMap((entry) => (entry ? loggedIn(entry.content) : [])),
    ...audit.flatMap((entry) =>
      entry ? [{ ...entry.content, at: header.at, by: header.officer }] : [],
    ),
  ];
}

export class LogStore implements RecordStore {
  readonly #options: LogStoreOptions;
  readonly #opening: Opening;
  readonly #listeners = new Set<{ readonly tell: StoreListener }>();
  /** Queue of writes, so that each sees the result of the one before. */
  #queue: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | undefined;

  constructor(options: LogStoreOptions, opening: Opening) {
    this.#options = options;
    this.#opening = opening;
  }

  commit(commit: Commit): Promise<Receipt> {
    return this.#write(
      () => plain(commit),
      async (taken, ledger) => {
        const prepared = prepareCommit(taken, this.#prepareOptions(ledger));
        const { gate, host } = this.#options;
        if (gate) {
          refuseSave(gate, prepared, ledger.records, host.clock.today());
          await refuseFalseUndo(taken, this, (id) => ledger.records.find(id)?.batches ?? []);
        }
        const batch = await ledger.keep(prepared);
        this.#tell(batch);
        const revisions = batch.revisions.flatMap((entry) => (entry ? [entry.content.id] : []));
        return { ...ledger.end, revisions };
      },
    );
  }

  async get<K extends RecordKind>(kind: K, id: RecordId): Promise<StoredRecord<K> | undefined> {
    return (await this.#read(this.#opening.of(kind))).records.get(kind, id);
  }

  async query<K extends RecordKind>(
    kind: K,
    where?: Partial<RecordOf<K>>,
  ): Promise<readonly StoredRecord<K>[]> {
    return (await this.#read(this.#opening.of(kind))).records.query(kind, where);
  }

  consult(ids: readonly RecordId[], reason: string): Promise<readonly StoredRecord[]> {
    return this.#write(
      () => [...new Set(ids)],
      async (records, ledger) => {
        const found = records.map((id) => {
          const entry = ledger.records.find(id);
          if (!entry || entry.isWithdrawn) throw unknownRecord();
          return entry.stored;
        });
        if (found.length > 0) this.#tell(await this.#log(ledger, 'consultation', records, reason));
        return found;
      },
    );
  }

  async everAbout(subject: RecordId): Promise<readonly RecordId[]> {
    return (await this.#read()).records.everAbout(subject);
  }

  /** Waits its turn in the queue, so writes under way are included. */
  heldOnlyWith(ids: readonly RecordId[]): Promise<readonly HeldOnly[]> {
    return this.#write(
      () => [...new Set(ids)],
      (asked, ledger) => heldOnlyWith(asked, ledger),
    );
  }

  /** Waits its turn in the queue, so writes under way are included. */
  keptByHolds(ids: readonly RecordId[]): Promise<readonly KeptByHold[]> {
    return this.#write(
      () => [...new Set(ids)],
      async (asked, ledger) => keptByHolds(asked, ledger.records),
    );
  }

  async history(id: RecordId): Promise<readonly Revision[]> {
    return [...(await (await this.#read()).revisionsOf(id)).values()];
  }

  async audit() {
    return (await (await this.#read()).since(0)).flatMap(loggedIn);
  }

  async trail(ids: readonly RecordId[]): Promise<Trail> {
    const ledger = await this.#read();
    const batches = await ledger.since(0);
    // Asked now: nobody may see a record that was disposed of while the log was read.
    return trailOf(batches, new Set(ids.filter((id) => ledger.records.find(id))));
  }

  async batchesSince(seq: number): Promise<readonly Batch[]> {
    return (await this.#read()).since(seq);
  }

  async blobs(): Promise<ReadonlySet<BlobName>> {
    // Waits for all records: a blob whose name is not loaded yet must not seem unused.
    const { records } = await this.#read();
    const named = new Set<BlobName>();
    for (const kind of KINDS_WITH_BLOBS)
      for (const { head } of records.all(kind))
        for (const { value } of head.branches) for (const name of blobsIn(value)) named.add(name);
    return named;
  }

  subscribe(listener: StoreListener): () => void {
    this.#refuseClosed();
    const entry = { tell: listener };
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
    };
  }

  /** Logs the entry first: a disposal cut short by a crash is then known, and finished when the store is opened. */
  dispose(ids: readonly RecordId[], reason: string): Promise<DisposalReceipt> {
    return this.#write(
      () => [...new Set(ids)],
      async (records, ledger) => {
        if (records.length === 0 || !records.every((id) => isDisposable(id, ledger)))
          throw unknownRecord();
        if (keptByHolds(records, ledger.records).length > 0)
          throw new PreventError(
            'CP_STORE_HELD',
            'There is a hold on the subject of one of these records. Nothing was disposed of: review the hold first.',
          );
        const { gate, host } = this.#options;
        if (gate) {
          const only = await heldOnlyWith(records, ledger);
          const held = { records: ledger.records, only };
          refuseDisposal(gate, records, held, host.clock.today());
        }
        const batch = await this.#log(ledger, 'erasure', records, reason);
        try {
          await ledger.erase();
        } finally {
          this.#tell(batch);
        }
        return { records, ...ledger.end };
      },
    );
  }

  receive(
    batches: readonly Batch[],
    verify: Verify,
    reason: string,
    options: ReceiveOptions = {},
  ): Promise<Received> {
    return this.#write(
      () => plain({ batches, options }),
      async (given, ledger) => {
        const { disposed = [] } = given.options;
        const entry = (action: AuditEntry['action'], records: readonly RecordId[]) =>
          prepareEntry({ action, records, fields: [], reason }, this.#prepareOptions(ledger));
        entry('combination', disposed);
        const sifted = await sift(given.batches, this.#siftOptions(ledger, verify, given.options));
        return takeIn(sifted, {
          ledger,
          entry,
          erased: new Set(disposed),
          tell: (batch) => this.#tell(batch),
        });
      },
    );
  }

  /** Waits its turn in the queue, so writes under way are included. */
  foresee(
    batches: readonly Batch[],
    verify: Verify,
    options: ReceiveOptions = {},
  ): Promise<readonly Foreseen[]> {
    return this.#write(
      () => plain({ batches, options }),
      async (given, ledger) => {
        const sifting = this.#siftOptions(ledger, verify, given.options);
        return foreseen(await sift(given.batches, sifting), ledger.records);
      },
    );
  }

  compact(): Promise<void> {
    return this.#write(
      () => undefined,
      (_, ledger) => ledger.compact(),
    );
  }

  close(): Promise<void> {
    this.#opening.stop();
    this.#closing ??= this.#queue.then(async () => {
      this.#listeners.clear();
      await this.#options.log.close().catch((error: unknown) => {
        throw asStoreError(error);
      });
    });
    return this.#closing;
  }

  /** Takes the caller's input as it is now, waits for its turn, then writes. */
  async #write<I, O>(take: () => I, work: (input: I, ledger: Ledger) => Promise<O>): Promise<O> {
    this.#refuseClosed();
    const input = take();
    const done = this.#queue.then(async () => work(input, await this.#opening.whole));
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** The ledger to read from, once it is ready. */
  async #read(ready = this.#opening.whole): Promise<Ledger> {
    this.#refuseClosed();
    const ledger = await ready;
    this.#refuseClosed();
    return ledger;
  }

  #log(
    ledger: Ledger,
    action: AuditEntry['action'],
    records: readonly RecordId[],
    reason: string,
  ): Promise<Batch> {
    const entry = { action, records, fields: [], reason };
    return ledger.keep(prepareEntry(entry, this.#prepareOptions(ledger)));
  }

  #siftOptions(
    ledger: Ledger,
    verify: Verify,
    { from = 'backup', cases, ended = [], madeAt, disposed = [] }: ReceiveOptions,
  ): SiftOptions {
    const { signer, host, verify: own } = this.#options;
    return {
      ledger,
      signer,
      digest: host.digest,
      // This officer's key is the one that this store knows, in spite of anything in the file.
      verify: async (officer, ...signed) =>
        (await verify(officer, ...signed)) &&
        (officer !== signer.officer || own === undefined || own(officer, ...signed)),
      from,
      disposed: new Set([...ledger.disposed, ...disposed]),
      ended: new Set(ended),
      ...(cases ? { cases: new Set(cases) } : {}),
      ...(madeAt ? { file: { madeAt, now: host.clock.now() } } : {}),
    };
  }

  #prepareOptions({ records: held, disposed }: Ledger): PrepareOptions {
    const { host, lists } = this.#options;
    return { held, disposed, today: host.clock.today(), ...(lists ? { lists } : {}) };
  }

  /** Tells the listeners. One that fails does not matter here: the save is kept, and the others are still told. */
  #tell(batch: Batch): void {
    for (const { tell } of [...this.#listeners]) {
      try {
        const answer: unknown = tell(batch);
        if (answer instanceof Promise) answer.catch(() => undefined);
      } catch {
        // Nothing to do here: the failure is the listener's own.
      }
    }
  }

  #refuseClosed(): void {
    if (this.#closing) throw closed();
  }
}

/** True for withdrawn records too, and for those of a disposal cut short, which can be requested again. */
function isDisposable(id: RecordId, { records, disposed, hasLeftovers }: Ledger): boolean {
  return records.find(id) !== undefined || (hasLeftovers && disposed.has(id));
}
