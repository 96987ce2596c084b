/** Reads one frame in slices, so that the page gets turns between them. */
import type { ShadowRootOf } from './child-node.js';
import type { FrameHead } from './frame-head.js';
import { nextTask } from './next-task.js';
import { startWalk, type Walk } from './walk.js';

/** Milliseconds of reading before the page gets a turn; well under the 50 that a person would notice. */
const SLICE = 30;

export interface Read {
  readonly head: FrameHead;
  readonly pieces: readonly string[];
}

/** Reads this frame, and gives the page a turn every 30 ms. */
export async function readInSlices(shadowRootOf?: ShadowRootOf): Promise<Read> {
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

export function finish(walk: Walk, readMs: number, longestMs: number): Read {
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
