/** The knowledge of an open store: the latest batches, the fold of all batches, and the end of the chain. */
import type { RecordKind } from '../record/kind.js';
import type { Host } from '../shared/host.js';
import type { RecordId } from '../shared/primitives.js';
import { WorkingSet } from './fold.js';
import type { Folded } from './folded.js';
import { deepFreeze } from './freeze.js';
import type { BatchLog } from './log/batch-log.js';
import { parentsFirst } from './log/branch.js';
import { CHAIN_START, type ChainHead, headerDigest } from './log/chain.js';
import { composeBatch } from './log/compose.js';
import { type FirstOrder, standingAmong } from './log/first-order.js';
import { type Batch, type Commit, type Revision, revisionsOf } from './log/revision.js';
import type { Signer, Verify } from './log/signer.js';
import { asStoreError, signed } from './log/trouble.js';
import { ReadBack, revisionsIn } from './read-back.js';
import { without } from './receive/received.js';
import { ReceivedIndex } from './receive/received-index.js';

export interface LedgerOptions {
  readonly log: BatchLog;
  readonly signer: Signer;
  readonly host: Host;
  readonly verify?: Verify;
  readonly first?: FirstOrder;
  readonly pause?: () => Promise<void>;
}

/** Most batches in memory at a time, in a reading that may cover all of them. */
const AT_ONCE = 64;

/** The state that a ledger continues from. */
export interface LedgerStart {
  readonly end: ChainHead;
  readonly records: WorkingSet;
  readonly disposed: Iterable<RecordId>;
}

export class Ledger {
  readonly #options: LedgerOptions;
  readonly #past: ReadBack;
  readonly #records: WorkingSet;
  readonly #disposed: Set<RecordId>;
  /** Sequences of batches that still hold content of a disposed record; empty except during a disposal. */
  readonly #toErase = new Set<number>();
  /** True if the heads in the log may still hold a disposed record. */
  #isInHeads = false;
  /** Records that differ from the heads in the log. */
  readonly #dirty = new Set<RecordId>();
  /** Place of the heads in the log, sequence 0 for none: batches up to here are only in the log. */
  #from: ChainHead;
  /** Batches after those heads. */
  #tail: Batch[] = [];
  #end: ChainHead;
  /** Batches received from other devices; made on first request. */
  #received: ReceivedIndex | undefined;

  constructor(options: LedgerOptions, start?: LedgerStart) {
    this.#options = options;
    this.#past = new ReadBack(options);
    this.#records = start?.records ?? new WorkingSet();
    this.#disposed = new Set(start?.disposed);
    this.#from = this.#end = start?.end ?? CHAIN_START;
  }

  get records(): WorkingSet {
    return this.#records;
  }

  /** Ids of disposed records: none may come back. */
  get disposed(): ReadonlySet<RecordId> {
    return this.#disposed;
  }

  get end(): ChainHead {
    return this.#end;
  }

  /** True if some content of a disposed record is still in the log, because a disposal was cut short. */
  get hasLeftovers(): boolean {
    return this.#toErase.size > 0 || this.#isInHeads;
  }

  /** Continues with batches after the heads, already proved; `takeIn` then adds them to the records, kind by kind. */
  follow(batches: readonly Batch[], end: ChainHead): void {
    this.#tail = [...batches];
    this.#end = end;
  }

  /** Brings the records of one kind up to the end; all of them came with the heads. */
  async takeIn(kind: RecordKind): Promise<void> {
    for (const batch of this.#tail) await this.#fold(batch, kind);
  }

  /** Adds batches from the log, already proved. */
  async take(batches: readonly Batch[], end: ChainHead): Promise<void> {
    this.follow(batches, end);
    for (const batch of batches) {
      await this.#fold(batch);
      await this.#options.pause?.();
    }
    // Heads that could not be used may still hold records disposed of since.
    if (this.#options.log.heads && this.#from.seq === 0 && this.#disposed.size > 0)
      this.#isInHeads = true;
  }

  /** Batches after the sequence, oldest first. */
  async since(seq: number): Promise<readonly Batch[]> {
    const after = Math.max(0, Math.trunc(seq));
    const [from, tail] = [this.#from, this.#tail.slice(Math.max(0, after - this.#from.seq))];
    if (after >= from.seq) return tail;
    try {
      return [...(await this.#past.run(after, from)), ...tail];
    } catch (error) {
      throw asStoreError(error);
    }
  }

  /** The record's revisions, oldest first; none if there is no such record. */
  async revisionsOf(id: RecordId): Promise<ReadonlyMap<RecordId, Revision>> {
    const entry = this.#records.find(id);
    const found = new Map<RecordId, Revision>();
    if (!entry) return found;
    const known = new Set(entry.revisions);
    const batches = await this.#at(entry.batches);
    // Disposed of while the log was read: nobody may see what was read.
    if (!this.#records.find(id)) return found;
    for (const revision of batches.flatMap((batch) => revisionsIn(batch, id))) {
      if (known.has(revision.id) && !found.has(revision.id)) found.set(revision.id, revision);
    }
    return parentsFirst(found);
  }

  /** Every revision of these records, in any order. Each batch is read once, a few at a time. */
  async *revisionsAmong(entries: readonly Folded[]): AsyncGenerator<Revision> {
    const known = new Set(entries.flatMap(({ revisions }) => revisions));
    const seqs = [...new Set(entries.flatMap(({ batches }) => batches))].sort((a, b) => a - b);
    for (let from = 0; from < seqs.length; from += AT_ONCE) {
      for (const batch of await this.#at(seqs.slice(from, from + AT_ONCE)))
        for (const revision of revisionsOf(batch)) if (known.has(revision.id)) yield revision;
      await this.#options.pause?.();
    }
  }

  /** The batches of these ascending sequences. */
  async at(seqs: readonly number[]): Promise<readonly Batch[]> {
    return this.#at(seqs);
  }

  /** Batches received from other devices so far. */
  async received(): Promise<ReceivedIndex> {
    if (!this.#received) {
      const index = new ReceivedIndex(this.#options.host.digest);
      for (const batch of await this.since(0)) await index.add(batch);
      this.#received = index;
    }
    return this.#received;
  }

  /** Appends a batch that this device signed elsewhere, proved to follow the end. */
  async adopt(batch: Batch, head: string): Promise<void> {
    try {
      await this.#options.log.append(batch);
    } catch (error) {
      throw asStoreError(error);
    }
    await this.#carryOn(batch, head);
  }

  /**
   * Signs and appends; nothing changes in memory until the log has it.
   *
   * @param others - proved batches of other devices to include
   */
  async keep(commit: Commit, others: readonly Batch[] = []): Promise<Batch> {
    const { log, signer, host } = this.#options;
    let kept: { batch: Batch; head: string };
    try {
      const { team, device, officer } = signer;
      const place = {
        signer: { team, device, officer, sign: (text: string) => signed(signer, text) },
        host,
        at: host.clock.now(),
        seq: this.#end.seq + 1,
        prev: this.#end.head,
      };
      const batch = await composeBatch(commit, place, others);
      kept = { batch, head: await headerDigest(batch.header, host.digest) };
      await log.append(batch);
    } catch (error) {
      throw asStoreError(error);
    }
    await this.#carryOn(kept.batch, kept.head);
    return kept.batch;
  }

  /** Removes the content and salts of disposed records from the log. Can be run again after a failure. */
  async erase(): Promise<void> {
    await this.#blankOut();
    if (this.#isInHeads) await this.#saveHeads();
  }

  /**
   * Saves the current state of the records, if the log keeps heads. Any unfinished disposal behind the heads is
   * finished first.
   */
  async compact(): Promise<void> {
    await this.#blankOut();
    await this.#saveHeads();
  }

  async #blankOut(): Promise<void> {
    if (this.#toErase.size === 0) return;
    const seqs = [...this.#toErase].sort((a, b) => a - b);
    const blanks = (await this.#at(seqs))
      .filter((batch) => revisionsOf(batch).some(({ record }) => this.#disposed.has(record)))
      .map((batch) => deepFreeze(without(batch, this.#disposed)));
    try {
      if (blanks.length > 0) await this.#options.log.replace(blanks);
    } catch (error) {
      throw asStoreError(error);
    }
    for (const blank of blanks) {
      const index = blank.header.seq - this.#from.seq - 1;
      if (index >= 0) this.#tail[index] = blank;
    }
    this.#past.forget();
    this.#toErase.clear();
  }

  async #saveHeads(): Promise<void> {
    const { first, log } = this.#options;
    const { heads } = log;
    const { seq } = this.#from;
    if (!heads || seq === this.#end.seq) return;
    const stand = seq === 0 ? [...this.#records.all()] : this.#changed();
    try {
      await heads.save({
        from: this.#from,
        end: this.#end,
        disposed: [...this.#disposed],
        changed: stand.map(({ head }) => deepFreeze(head)),
        removed: [...this.#dirty].filter((id) => !this.#records.find(id)),
        ...(first
          ? { first: { rule: first.rule, ids: first.choose(standingAmong(this.#records.all())) } }
          : {}),
      });
    } catch (error) {
      throw asStoreError(error);
    }
    this.#dirty.clear();
    this.#isInHeads = false;
    this.#from = this.#end;
    this.#tail = [];
  }

  #changed() {
    return [...this.#dirty].flatMap((id) => this.#records.find(id) ?? []);
  }

  /** The batches of these ascending sequences, from memory or the log. */
  async #at(seqs: readonly number[]): Promise<readonly Batch[]> {
    const [{ seq: from }, tail] = [this.#from, this.#tail];
    const older = seqs.filter((seq) => seq <= from);
    const later = seqs.flatMap((seq) => tail[seq - from - 1] ?? []);
    if (older.length === 0) return later;
    try {
      return [...(await this.#past.at(older)), ...later];
    } catch (error) {
      throw asStoreError(error);
    }
  }

  /** Adds a batch that was appended to the log. */
  async #carryOn(batch: Batch, head: string): Promise<void> {
    this.#tail.push(batch);
    await this.#fold(batch);
    this.#end = { seq: batch.header.seq, head };
  }

  /**
   * Folds a batch. It waits only for earlier revisions, which a revision needs unless it simply continues heads, so a
   * batch of this device becomes visible as a whole.
   *
   * @param kind - absent: every kind
   */
  async #fold(batch: Batch, kind?: RecordKind): Promise<void> {
    const { seq } = batch.header;
    for (const entry of batch.revisions) {
      if (!entry || isOther(entry.content, kind)) continue;
      const { content } = entry;
      const earlier = this.#records.needsEarlier(content)
        ? await this.revisionsOf(content.record)
        : undefined;
      this.#records.apply(content, seq, earlier);
      this.#mark(content.record);
    }
    if (batch.received) await this.#merge(batch, kind);
    for (const entry of batch.audit) {
      if (entry?.content.action === 'erasure')
        for (const id of entry.content.records) this.#drop(id);
    }
  }

  /** Merges a batch of another device: everything is read first, then added at once. */
  async #merge(batch: Batch, kind: RecordKind | undefined): Promise<void> {
    const { seq } = batch.header;
    const merged = new Map<RecordId, Map<RecordId, Revision>>();
    for (const revision of revisionsOf(batch)) {
      const { record, id } = revision;
      if (isOther(revision, kind)) continue;
      const all = merged.get(record) ?? new Map(await this.revisionsOf(record));
      merged.set(record, all);
      if (!all.has(id)) all.set(id, revision);
    }
    for (const [record, all] of merged) {
      this.#records.merge(all, seq);
      this.#mark(record);
    }
    await this.#received?.add(batch);
  }

  #drop(id: RecordId): void {
    this.#disposed.add(id);
    const dropped = this.#records.drop(id);
    if (!dropped) return;
    this.#mark(id);
    for (const seq of dropped.batches) this.#toErase.add(seq);
    const { seq } = this.#from;
    if (this.#options.log.heads && (seq === 0 || dropped.batches.some((held) => held <= seq)))
      this.#isInHeads = true;
  }

  #mark(id: RecordId): void {
    if (this.#from.seq > 0) this.#dirty.add(id);
  }
}

function isOther(revision: Revision, kind: RecordKind | undefined): boolean {
  return kind !== undefined && revision.kind !== kind;
}
