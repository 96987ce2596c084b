/** The JSON text of a tree during writing, cut into pieces that can be passed one at a time. */
import { PIECE_SIZE } from './frame-head.js';

/** The line being written. */
const LINE = 8192;

export class Sheets {
  readonly pieces: string[] = [];
  size = 0;
  #open = '';
  #line = '';

  add(text: string): void {
    this.size += text.length;
    this.#line += text;
    if (this.#line.length >= LINE) this.#turn();
  }

  close(): readonly string[] {
    this.#turn();
    if (this.#open !== '') this.pieces.push(this.#open);
    this.#open = '';
    return this.pieces;
  }

  /**
   * A concatenated string stays a tree of its parts until it is read, and garbage collection copies each part: so it is
   * read.
   */
  #turn(): void {
    this.#line.charCodeAt(0);
    this.#open += this.#line;
    this.#line = '';
    while (this.#open.length >= PIECE_SIZE) this.#cut();
  }

  /** Cuts, but never between the halves of a surrogate pair: half of one does not survive the way out of the page. */
  #cut(): void {
    const last = this.#open.charCodeAt(PIECE_SIZE - 1);
    const at = last >= 0xd800 && last <= 0xdbff ? PIECE_SIZE - 1 : PIECE_SIZE;
    this.pieces.push(this.#open.slice(0, at));
    this.#open = this.#open.slice(at);
  }
}
