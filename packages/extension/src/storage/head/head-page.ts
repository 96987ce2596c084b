/**
 * The records of an opened page of heads. The ids, the subjects and the batches of each record are known at once. Its
 * content is parsed on demand, and until then stays in the page's bytes. Those are overwritten once all of it is
 * parsed, or when the vault is closed.
 */
import type { HeadRecord, RecordKind } from '@cyber-prevent/core';
import { type Bytes, text, wipe } from '../../vault/bytes.js';
import {
  type Branch,
  type BranchLines,
  branchesIn,
  branchesText,
  type HeadLine,
  headLine,
} from './head-line.js';

/** Separates the records' own texts from the line that describes them. */
const LINE_BREAK = 0x0a;

/** Follows the texts of a page: a line for each record, and the byte length of its text. */
type LastLine = readonly [lines: readonly HeadLine[], lengths: readonly number[]];

export interface PageTexts {
  readonly texts: Iterable<string>;
  readonly lastLine: (lengths: readonly number[]) => string;
}

/** A page to be sealed. Parts that were never parsed since it was opened are copied unchanged. */
export function pageTexts(records: readonly HeadRecord[]): PageTexts {
  return {
    texts: textsOf(records),
    lastLine: (lengths) =>
      JSON.stringify([
        records.map((head) => (head instanceof KeptHead ? head.line : headLine(head))),
        lengths,
      ] satisfies LastLine),
  };
}

/** One text at a time, so that none is kept longer than it takes to put it into the page. */
function* textsOf(records: readonly HeadRecord[]): Generator<string> {
  for (const head of records)
    yield (head instanceof KeptHead ? head.unread() : undefined) ?? branchesText(head);
}

/** An opened page, until all of it is parsed. */
export class HeadPage {
  readonly #heads: readonly KeptHead[];
  #plain: Bytes | undefined;
  /** The whole page as a text, while all of it is being read: one character per byte. */
  #text: string | undefined;
  #left: number;
  #last: Branch | undefined;

  /**
   * @param plain - the bytes made by `pageTexts`; the page owns them from now on
   * @throws {TypeError | SyntaxError} when it is not such a page
   */
  constructor(kind: RecordKind, plain: Bytes) {
    const end = plain.lastIndexOf(LINE_BREAK);
    const [lines, lengths] = JSON.parse(text(plain.subarray(end + 1))) as LastLine;
    let at = 0;
    this.#heads = lines.map((line, place) => {
      const from = at;
      at += lengths[place] ?? Number.NaN;
      return new KeptHead(this, kind, line, from, at);
    });
    if (at !== Math.max(0, end)) throw new TypeError('Not a page of heads');
    this.#plain = plain;
    this.#left = lines.length;
    if (this.#left === 0) this.wipe();
  }

  get records(): readonly HeadRecord[] {
    return this.#heads;
  }

  /** True while some of the page is unparsed. */
  get isUnread(): boolean {
    return this.#plain !== undefined;
  }

  /** The text at that place. */
  textAt(from: number, to: number): string {
    // Nothing is read once the vault is closed: wiped bytes must not be taken for a record.
    if (!this.#plain) throw new RangeError('The page was closed');
    return this.#text?.slice(from, to) ?? text(this.#plain.subarray(from, to));
  }

  read(from: number, to: number): readonly [Branch, ...Branch[]] {
    const lines = JSON.parse(this.textAt(from, to)) as BranchLines;
    const branches = branchesIn(lines, this.#last);
    this.#last = branches[0];
    this.#left -= 1;
    if (this.#left === 0) this.wipe();
    return branches;
  }

  /** Reads every record that is still unread. */
  readAll(): void {
    if (!this.#plain) return;
    this.#text = text(this.#plain);
    for (const head of this.#heads) head.read();
    this.#text = undefined;
  }

  wipe(): void {
    if (this.#plain) wipe(this.#plain);
    this.#plain = this.#last = undefined;
  }
}

class KeptHead implements HeadRecord {
  readonly kind: RecordKind;
  readonly line: HeadLine;
  readonly #page: HeadPage;
  readonly #from: number;
  readonly #to: number;
  #branches: readonly [Branch, ...Branch[]] | undefined;

  constructor(page: HeadPage, kind: RecordKind, line: HeadLine, from: number, to: number) {
    this.#page = page;
    this.kind = kind;
    this.line = line;
    this.#from = from;
    this.#to = to;
  }

  get id() {
    return this.line[0];
  }

  get ordinal() {
    return this.line[1];
  }

  get createdAt() {
    return this.line[2] === 0 ? this.branches[0].revision.at : this.line[2];
  }

  get revisions() {
    return this.line[3] === 0 ? [this.branches[0].revision.id] : this.line[3];
  }

  get batches() {
    return this.line[4];
  }

  get subjects() {
    return this.line[5];
  }

  get branches(): readonly [Branch, ...Branch[]] {
    return this.read();
  }

  read(): readonly [Branch, ...Branch[]] {
    this.#branches ??= this.#page.read(this.#from, this.#to);
    return this.#branches;
  }

  /** Its text, if it was not parsed yet. */
  unread(): string | undefined {
    return this.#branches ? undefined : this.#page.textAt(this.#from, this.#to);
  }
}
