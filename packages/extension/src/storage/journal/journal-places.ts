/** The places of the frames that count: numbers only, a few bytes per frame, in file order. */
import type { FrameType } from './journal-frame.js';

export interface Place {
  readonly type: FrameType;
  readonly seq: number;
  readonly at: number;
  /** Bytes of head and content. */
  readonly length: number;
}

export class Places {
  readonly #rows = new Map<FrameType, Map<number, number>>();
  readonly #at: number[] = [];
  /** 0 if a later frame of the same type and sequence replaced it. */
  readonly #length: number[] = [];
  count = 0;
  /** Bytes of the frames that count. */
  bytes = 0;
  /** Highest sequence of a batch, 0 for none. */
  lastSeq = 0;

  /** Adds a frame, which replaces an earlier one of the same type and sequence; one that voids a batch removes it. */
  add({ type, seq, at, length }: Place): void {
    if (type === 'void') {
      this.#remove('batch', seq);
      return;
    }
    const rows = this.#rows.get(type) ?? new Map<number, number>();
    this.#rows.set(type, rows);
    const before = rows.get(seq);
    if (before === undefined) {
      this.count += 1;
    } else {
      this.bytes -= this.#length[before] ?? 0;
      this.#length[before] = 0;
    }
    rows.set(seq, this.#at.length);
    this.#at.push(at);
    this.#length.push(length);
    this.bytes += length;
    if (type === 'batch' && seq > this.lastSeq) this.lastSeq = seq;
  }

  /** Sequences of the frames of the type that count, in no order. */
  seqs(type: FrameType): IterableIterator<number> {
    return (this.#rows.get(type) ?? new Map<number, number>()).keys();
  }

  find(type: FrameType, seq: number): { readonly at: number; readonly length: number } | undefined {
    const row = this.#rows.get(type)?.get(seq);
    return row === undefined ? undefined : this.#row(row);
  }

  /**
   * A run of neighbours from this row that fits into one read, or a single longer frame.
   *
   * @returns undefined after the last; `next` is the row to continue from
   */
  run(
    from: number,
    longest: number,
  ):
    | {
        readonly at: number;
        readonly end: number;
        readonly starts: number[];
        readonly next: number;
      }
    | undefined {
    const starts: number[] = [];
    let end = 0;
    let row = from;
    for (; row < this.#at.length; row += 1) {
      const { at, length } = this.#row(row);
      if (length === 0) continue;
      if (starts[0] !== undefined && at + length - starts[0] > longest) break;
      starts.push(at);
      end = at + length;
    }
    const [at] = starts;
    return at === undefined ? undefined : { at, end, starts, next: row };
  }

  #remove(type: FrameType, seq: number): void {
    const rows = this.#rows.get(type);
    const row = rows?.get(seq);
    if (rows === undefined || row === undefined) return;
    rows.delete(seq);
    this.count -= 1;
    this.bytes -= this.#length[row] ?? 0;
    this.#length[row] = 0;
    if (type === 'batch' && seq === this.lastSeq)
      this.lastSeq = [...rows.keys()].reduce((most, one) => Math.max(most, one), 0);
  }

  #row(row: number): { at: number; length: number } {
    return { at: this.#at[row] ?? 0, length: this.#length[row] ?? 0 };
  }
}
