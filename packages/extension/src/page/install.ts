/** What the injected script does in each frame: reads it, hands over the first piece, keeps the rest to be fetched. */
import type { ShadowRootOf } from './child-node.js';
import { isTooDeep } from './frame-place.js';
import { readInSlices } from './read-frame.js';
import { clearPlace, type PlaceToShow, type Shown, showPlace } from './show-place.js';

/** Left in the isolated world, where the page's own scripts cannot reach it. */
interface Shelf {
  /** Piece `index` of the reading named, once; null when it is gone or another reading took its place. */
  piece(token: string, index: number): string | null;
}

/** Marks a place of what was read, for as long as the page stands. */
interface Pointer {
  show(place: PlaceToShow, scroll: boolean): Shown;
  clear(): void;
}

declare global {
  var __cpSnapshot: Shelf | undefined;
  var __cpPointer: Pointer | undefined;
}

/**
 * Reads this frame and gives its head, a line break, and the first piece of its tree: see `collect`. Never rejects:
 * a frame that cannot be read gives undefined, and counts as one that did not answer.
 */
export async function installSnapshot(shadowRootOf?: ShadowRootOf): Promise<string | undefined> {
  try {
    if (isTooDeep()) return undefined;
    globalThis.__cpPointer = {
      show: (place, scroll) => showPlace(place, scroll, shadowRootOf),
      clear: clearPlace,
    };
    const { head, pieces } = await readInSlices(shadowRootOf);
    const waiting: (string | null)[] = [...pieces];
    globalThis.__cpSnapshot = {
      piece(token, index) {
        const piece = token === head.token ? (waiting[index] ?? null) : null;
        if (piece !== null) waiting[index] = null;
        return piece;
      },
    };
    const first = globalThis.__cpSnapshot.piece(head.token, 0) ?? '';
    // Nothing of the page stays behind once everything has been handed over.
    if (pieces.length <= 1) globalThis.__cpSnapshot = undefined;
    return `${JSON.stringify(head)}\n${first}`;
  } catch {
    return undefined;
  }
}
