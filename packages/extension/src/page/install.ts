/** What the injected script does in each frame: reads it, hands over the first piece, keeps the rest to be fetched. */
import type { ShadowRootOf } from './child-node.js';
import { isTooDeep } from './frame-place.js';
import { installPointer } from './pointer.js';
import { readInSlices } from './read-frame.js';

/** Left in the isolated world, where the page's own scripts cannot reach it. */
interface Shelf {
  /** Piece `index` of the reading named, once; null when it is gone or another reading took its place. */
  piece(token: string, index: number): string | null;
}

declare global {
  var __cpSnapshot: Shelf | undefined;
}

/**
 * Reads this frame and gives its head, a line break, and the first piece of its tree: see `collect`. Never rejects:
 * a frame that cannot be read gives undefined, and counts as one that did not answer.
 */
export async function installSnapshot(shadowRootOf?: ShadowRootOf): Promise<string | undefined> {
  try {
    if (isTooDeep()) return undefined;
    installPointer(shadowRootOf);
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
