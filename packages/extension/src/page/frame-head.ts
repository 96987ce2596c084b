/**
 * A frame's description of itself, separate from its tree: small, so that the panel reads it at once and the tree
 * never.
 */

/** Raised with each change to the shape of a frame's answer. */
export interface FrameHead {
  /** Distinguishes this reading from an earlier one of the same frame. */
  readonly token: string;
  /** Place among the frames; -1 at a level where the frame is in a shadow tree and cannot be counted. */
  readonly path: readonly number[];
  readonly children: readonly ChildFrame[];
  /** Number of elements and texts read. */
  readonly nodeCount: number;
  /** Number of pieces of the tree, and their total characters. */
  readonly pieceCount: number;
  readonly size: number;
  /** The bound that the page exceeded: the rest is not in the tree. */
  readonly cut?: 'nodes' | 'size' | 'depth';
  /** The browser's own viewer is shown here in place of a page. */
  readonly viewer?: true;
  /** Milliseconds of reading, and of the longest stretch without a turn for the page. */
  readonly readMs: number;
  readonly longestMs: number;
}

/** A frame on the screen of its parent, readable or not. */
export interface ChildFrame {
  readonly index: number;
  /** Its origin, or its address without query if it has none. */
  readonly origin: string;
  readonly why: 'other-origin' | 'no-answer';
  /** Set if the frame is in a shadow tree: `index` then counts on after the others. */
  readonly shadow?: true;
}

/** Characters in one piece: about a megabyte, which every browser passes quickly. */
export const PIECE_SIZE = 500_000;

/** Levels of frames below the page that are read. Browsers take longer for each level than for the one before. */
export const DEEPEST_FRAME = 32;
