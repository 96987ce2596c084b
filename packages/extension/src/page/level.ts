/**
 * Sibling nodes in one element, of which a walk reads one after another. Those of one depth are stored in the same object.
 */
import { siblingsFrom } from './child-node.js';
import { nextSiblingOf } from './native.js';
import type { Sight } from './visibility.js';

/** A class, since the compiled code of its methods serves every later walk. */
export class Level {
  /** The next node to read. */
  next: Node | null = null;
  /**
   * Replaces the siblings after `next`: the nodes that a slot shows, or those that were here before the page had its
   * turn.
   */
  list: readonly Node[] | undefined;
  listAt = 0;
  /** The number of the element around; -1 for the root. */
  at = -1;
  /** True if the element around was out of sight; `sealed` when nothing in it can come back into sight. */
  hidden = false;
  sealed = false;

  /** Holds the nodes in another element: those of the list, or the first and its siblings. */
  begin(
    list: readonly Node[] | undefined,
    first: Node | null,
    { hidden, sealed }: Sight,
    at: number,
  ): void {
    this.next = list ? (list[0] ?? null) : first;
    this.list = list;
    this.listAt = 0;
    this.at = at;
    this.hidden = hidden;
    this.sealed = sealed;
  }

  /** Makes the node after this one the next. */
  pass(node: Node): void {
    this.listAt += 1;
    this.next = this.list ? (this.list[this.listAt] ?? null) : nextSiblingOf(node);
  }

  /** Lists the siblings still to read: they are found one from another, and the page may remove one during its turn. */
  keepPlace(): void {
    if (this.list) return;
    this.list = siblingsFrom(this.next);
    this.listAt = 0;
  }
}
