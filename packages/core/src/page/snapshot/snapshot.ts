/**
 * A page as it was when the officer pressed: a hast tree for each frame, with facts that only the live page knows in
 * `data` of the nodes. The reader in the browser writes it; `snapshotOfHtml` makes one from saved HTML.
 */
import type { Comment, Doctype, Element, ElementContent, Root, Text } from 'hast';

/** Raised when the shape changes; a snapshot of another version is refused with a plain sentence. */
export const SNAPSHOT_VERSION = 1;

/** x, y, width, height in whole CSS pixels, from the top left of the frame's own document. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** Facts about an element that only the live page knows. If a member is absent, the markup applies. */
export interface LiveData {
  /** Current value of an input, select (its selected texts, one per line), textarea or editable region. */
  readonly value?: string;
  readonly checked?: boolean;
  /** True if the officer could not see it: display none, visibility hidden, no box, or collapsed. */
  readonly hidden?: boolean;
  /**
   * Set if it is hidden because something else on the page was laid over it and all its content: an open menu, a panel.
   */
  readonly covered?: true;
  /** Place where it was painted; only on elements that hold their own text, or are controls. */
  readonly box?: Box;
  /** Set if the element's children are its shadow tree (slotted content in place), with the mode of the root. */
  readonly shadow?: 'open' | 'closed';
  /** Index of the child frame this element holds, for `iframe` and `frame`; see {@link FrameSnapshot.path}. */
  readonly frame?: number;
  /** A field that is never read (password, one-time code, hidden token, file): its value stayed in the page. */
  readonly withheld?: true;
}

declare module 'hast' {
  interface ElementData extends LiveData {}
}

export type SnapshotNode = Root | Element | Text | Comment | Doctype | ElementContent;

export interface FrameSnapshot {
  /** Path in the tree of frames: `[]` is the page, `[1]` its second child frame, `[1, 0]` the first child of that. */
  readonly path: readonly number[];
  readonly url: string;
  readonly title: string;
  /** The document's own language, from `lang`, if given. */
  readonly language?: string;
  /** Size of the frame's viewport, whole CSS pixels. */
  readonly viewport?: readonly [width: number, height: number];
  readonly tree: Root;
}

/** A frame that was on the page and could not be read, so that the panel can say so and offer to ask. */
export interface UnreadFrame {
  readonly path: readonly number[];
  /** Origin of the frame, or its address without query if the origin is unknown. */
  readonly origin: string;
  readonly why: 'other-origin' | 'no-answer';
}

export interface PageSnapshot {
  readonly version: typeof SNAPSHOT_VERSION;
  /** The page first, then its frames, parents before children. */
  readonly frames: readonly FrameSnapshot[];
  readonly unread: readonly UnreadFrame[];
}
