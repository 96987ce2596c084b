/**
 * The work of the injected script in each frame: it reads the frame, returns the first piece, and keeps the rest for
 * fetching.
 */
import type { ShadowRootOf } from './child-node.js';
import { isTooDeep } from './frame-place.js';
import { installPointer } from './pointing/pointer.js';
import { readInSlices } from './read-frame.js';

/** In the isolated world, out of reach of the page's own scripts. */
interface Shelf {
  /** Gives piece `index` of the named reading, once; null when it is gone or another reading replaced it. */
  piece(token: string, index: number): string | null;
}

declare global {
  var __cpSnapshot: Shelf | undefined;
}

/**
 * Reads this frame and gives its head, a line break, and the first piece of its tree: see `collect`. Never rejects: a
 * frame that cannot be read gives undefined, and counts as one that did not answer.
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
    // No content of the page stays behind once all of it has been fetched.
    if (pieces.length <= 1) globalThis.__cpSnapshot = undefined;
    return `${JSON.stringify(head)}\n${first}`;
  } catch {
    return undefined;
  }
}
