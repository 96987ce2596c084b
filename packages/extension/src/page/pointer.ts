/** Left in the isolated world of a frame, where the page's own scripts cannot reach it: marks a place of what was read. */
import type { ShadowRootOf } from './child-node.js';
import { clearPlace, type PlaceToShow, type Shown, showPlace } from './show-place.js';

interface Pointer {
  show(place: PlaceToShow, scroll: boolean): Shown;
  clear(): void;
}

declare global {
  var __cpPointer: Pointer | undefined;
}

/** Reads nothing of the page. Again for each press: a page may outlive the release that pointed first. */
export function installPointer(shadowRootOf?: ShadowRootOf): void {
  globalThis.__cpPointer = {
    show: (place, scroll) => showPlace(place, scroll, shadowRootOf),
    clear: clearPlace,
  };
}
