/** One frame for a test: the whole report as JSON, in one stretch or in slices. */
import type { ShadowRootOf } from '../page/child-node.js';
import { finish, type Read, readInSlices } from '../page/read-frame.js';
import { startWalk } from '../page/walk.js';

export { installSnapshot } from '../page/install.js';

/** Reads this frame in one stretch, as `{ "frame": …, "head": … }`. */
export function snapshotFrame(shadowRootOf?: ShadowRootOf): string {
  const begun = performance.now();
  const walk = startWalk(shadowRootOf);
  walk.step(Number.POSITIVE_INFINITY);
  return reportOf(finish(walk, performance.now() - begun, performance.now() - begun));
}

/** The same, with a turn for the page every 30 ms. */
export async function snapshotFrameInSlices(shadowRootOf?: ShadowRootOf): Promise<string> {
  return reportOf(await readInSlices(shadowRootOf));
}

function reportOf({ head, pieces }: Read): string {
  return `{"head":${JSON.stringify(head)},"frame":{"path":${JSON.stringify(head.path)},${pieces.join('')}}`;
}
