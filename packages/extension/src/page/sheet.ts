/** The JSON text of a tree as it is written, cut into pieces that can be handed over one at a time. */
import { PIECE_SIZE } from './frame-head.js';

/** Characters of the line being written. */
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
   * A text that is put together stays a tree of its parts until somebody looks into it, and clearing up in between copies
   * each part: so it is looked into.
   */
  #turn(): void {
    this.#line.charCodeAt(0);
    this.#open += this.#line;
    this.#line = '';
    while (this.#open.length >= PIECE_SIZE) this.#cut();
  }

  /** Never between the halves of a character: half of one does not survive the way out of the page. */
  #cut(): void {
    const last = this.#open.charCodeAt(PIECE_SIZE - 1);
    const at = last >= 0xd800 && last <= 0xdbff ? PIECE_SIZE - 1 : PIECE_SIZE;
    this.pieces.push(this.#open.slice(0, at));
    this.#open = this.#open.slice(at);
  }
}
