/** What a frame says of itself beside its tree: small, so that the panel reads it at once and the tree never. */

/** Bumped with the shape of what a frame hands over. */
export interface FrameHead {
  /** Tells this reading from an earlier one of the same frame. */
  readonly token: string;
  /** Place among the frames; -1 at a level where the frame stands in a shadow tree and cannot be counted. */
  readonly path: readonly number[];
  readonly children: readonly ChildFrame[];
  /** Elements and texts read. */
  readonly nodeCount: number;
  /** Pieces that the tree comes in, and their characters in all. */
  readonly pieceCount: number;
  readonly size: number;
  /** The bound that the page went beyond: what comes after is not in the tree. */
  readonly cut?: 'nodes' | 'size' | 'depth';
  /** The browser's own viewer stands here in place of a page. */
  readonly viewer?: true;
  /** Milliseconds of reading, and of the longest stretch without letting the page go on. */
  readonly readMs: number;
  readonly longestMs: number;
}

/** A frame on the screen of its parent, whether or not it can be read. */
export interface ChildFrame {
  readonly index: number;
  /** Its origin, or its address without query where it has none. */
  readonly origin: string;
  readonly why: 'other-origin' | 'no-answer';
  /** Set where the frame stands in a shadow tree: `index` then counts on after the others. */
  readonly shadow?: true;
}

/** Characters in one piece: about a megabyte, which no browser takes long to hand over. */
export const PIECE_SIZE = 500_000;

/** Levels of frames below the page that are read. Browsers take longer over each level than over the one before. */
export const DEEPEST_FRAME = 32;
