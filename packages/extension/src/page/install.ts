/** What the injected script does in each frame: reads it, hands over the first piece, keeps the rest to be fetched. */
import type { ShadowRootOf } from './child-node.js';
import type { FrameHead } from './frame-head.js';
import { clearPlace, type PlaceToShow, type Shown, showPlace } from './show-place.js';
import { startWalk, type Walk } from './walk.js';

/** Milliseconds of reading before the page may go on; well under the 50 that a person would feel. */
const SLICE = 30;

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

interface Read {
  readonly head: FrameHead;
  readonly pieces: readonly string[];
}

/**
 * Reads this frame and gives its head, a line break, and the first piece of its tree: see `collect`. Never rejects:
 * a frame that cannot be read gives undefined, and counts as one that did not answer.
 */
export async function installSnapshot(shadowRootOf?: ShadowRootOf): Promise<string | undefined> {
  try {
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

/** This frame in one stretch, as `{ "frame": …, "head": … }`: for tests and for pages known to be small. */
export function snapshotFrame(shadowRootOf?: ShadowRootOf): string {
  const begun = performance.now();
  const walk = startWalk(shadowRootOf);
  walk.step(Number.POSITIVE_INFINITY);
  return reportOf(finish(walk, performance.now() - begun, performance.now() - begun));
}

/** The same, letting the page go on every 30 ms. */
export async function snapshotFrameInSlices(shadowRootOf?: ShadowRootOf): Promise<string> {
  return reportOf(await readInSlices(shadowRootOf));
}

async function readInSlices(shadowRootOf?: ShadowRootOf): Promise<Read> {
  let begun = performance.now();
  const walk = startWalk(shadowRootOf);
  let readMs = 0;
  let longestMs = 0;
  for (;;) {
    const done = walk.step(begun + SLICE);
    const spent = performance.now() - begun;
    readMs += spent;
    longestMs = Math.max(longestMs, spent);
    if (done) return finish(walk, readMs, longestMs);
    await nextTask();
    begun = performance.now();
  }
}

/** After what the page has waiting; not a timer, which a page in the background is allowed once a second. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function finish(walk: Walk, readMs: number, longestMs: number): Read {
  const pieces = walk.pieces();
  const head = {
    ...walk.head(),
    token: Math.random().toString(36).slice(2),
    pieceCount: pieces.length,
    readMs: Math.round(readMs * 10) / 10,
    longestMs: Math.round(longestMs * 10) / 10,
  };
  return { head, pieces };
}

function reportOf({ head, pieces }: Read): string {
  return `{"head":${JSON.stringify(head)},"frame":{"path":${JSON.stringify(head.path)},${pieces.join('')}}`;
}
