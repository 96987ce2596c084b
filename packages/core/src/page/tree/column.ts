/** Whole numbers of every node of a page, in parallel arrays: a page has tens of thousands of nodes, with ten each. */

import type { Counts, NodeColumns, Orders } from './counts.js';

const FIRST_ROOM = 1024;

/** Grows as nodes are added; the counts have one more entry than there are nodes. */
export class Columns {
  ends: Orders = new Int32Array(FIRST_ROOM);
  #parents: Orders = new Int32Array(FIRST_ROOM);
  #hosts: Orders = new Int32Array(FIRST_ROOM);
  #visibility: Orders = new Int32Array(FIRST_ROOM);
  #letters: Orders = new Int32Array(FIRST_ROOM);
  #bold: Orders = new Int32Array(FIRST_ROOM);
  #linked: Orders = new Int32Array(FIRST_ROOM);
  #controls: Orders = new Int32Array(FIRST_ROOM);
  #tables: Orders = new Int32Array(FIRST_ROOM);
  #size = 0;

  /** Adds a node; {@link count} follows. */
  add(parent: number, host: number, visibility: number): void {
    const at = this.#size;
    if (at + 1 >= this.ends.length) this.#grow();
    this.#parents[at] = parent;
    this.#hosts[at] = host;
    this.#visibility[at] = visibility;
    this.ends[at] = at + 1;
  }

  /** Adds the counts of the last node's own content. */
  count(letters: number, bold: number, linked: number, controls: number, tables: number): void {
    const at = this.#size;
    this.#letters[at + 1] = (this.#letters[at] ?? 0) + letters;
    this.#bold[at + 1] = (this.#bold[at] ?? 0) + bold;
    this.#linked[at + 1] = (this.#linked[at] ?? 0) + linked;
    this.#controls[at + 1] = (this.#controls[at] ?? 0) + controls;
    this.#tables[at + 1] = (this.#tables[at] ?? 0) + tables;
    this.#size = at + 1;
  }

  finish(): NodeColumns {
    const size = this.#size;
    const counts: Counts = {
      letters: this.#letters.subarray(0, size + 1),
      bold: this.#bold.subarray(0, size + 1),
      linked: this.#linked.subarray(0, size + 1),
      controls: this.#controls.subarray(0, size + 1),
      tables: this.#tables.subarray(0, size + 1),
    };
    return {
      parents: this.#parents.subarray(0, size),
      ends: this.ends.subarray(0, size),
      visibility: this.#visibility.subarray(0, size),
      hosts: this.#hosts.subarray(0, size),
      counts,
    };
  }

  #grow(): void {
    this.ends = larger(this.ends);
    this.#parents = larger(this.#parents);
    this.#hosts = larger(this.#hosts);
    this.#visibility = larger(this.#visibility);
    this.#letters = larger(this.#letters);
    this.#bold = larger(this.#bold);
    this.#linked = larger(this.#linked);
    this.#controls = larger(this.#controls);
    this.#tables = larger(this.#tables);
  }
}

function larger(column: Orders): Orders {
  const more = new Int32Array(column.length * 4);
  more.set(column);
  return more;
}
