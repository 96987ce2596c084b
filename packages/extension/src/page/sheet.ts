/** The JSON text of a tree as it is written, cut into pieces that can be handed over one at a time. */
import { PIECE_SIZE } from './frame-head.js';

export class Sheets {
  readonly pieces: string[] = [];
  size = 0;
  #open = '';

  add(text: string): void {
    this.size += text.length;
    this.#open += text;
    while (this.#open.length >= PIECE_SIZE) this.#cut();
  }

  close(): readonly string[] {
    if (this.#open !== '') this.pieces.push(this.#open);
    this.#open = '';
    return this.pieces;
  }

  /** Never between the halves of a character: half of one does not survive the way out of the page. */
  #cut(): void {
    const last = this.#open.charCodeAt(PIECE_SIZE - 1);
    const at = last >= 0xd800 && last <= 0xdbff ? PIECE_SIZE - 1 : PIECE_SIZE;
    this.pieces.push(this.#open.slice(0, at));
    this.#open = this.#open.slice(at);
  }
}
