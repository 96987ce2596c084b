/** Whole numbers of all nodes of a page, in parallel arrays. */

/** A whole number for each node, in their order. */
export type Orders = Int32Array;

/** Running totals before each node: the difference between two is the count of a range. */
export interface Counts {
  readonly letters: Orders;
  readonly bold: Orders;
  readonly linked: Orders;
  readonly controls: Orders;
  readonly tables: Orders;
}

/** Columns of every node, in document order. */
export interface NodeColumns {
  /** Order of the parent, -1 at the top. */
  readonly parents: Orders;
  /** One past the last node inside. */
  readonly ends: Orders;
  /** `HIDDEN` and `CLIPPED` flags. */
  readonly visibility: Orders;
  /** Order of the shadow host a node is inside, -1 for the document. */
  readonly hosts: Orders;
  readonly counts: Counts;
}
