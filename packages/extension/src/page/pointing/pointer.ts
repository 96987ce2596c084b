/** Left in the isolated world of a frame, out of reach of the page's own scripts: marks the place of a reading. */
import type { ShadowRootOf } from '../child-node.js';
import { clearPlace, type PlaceToShow, type Shown, showPlace } from '../show-place.js';

interface Pointer {
  show(place: PlaceToShow, scroll: boolean): Shown;
  clear(): void;
}

declare global {
  var __cpPointer: Pointer | undefined;
}

/** Reads nothing of the page. Installed again for each press: a page may outlive the release that pointed first. */
export function installPointer(shadowRootOf?: ShadowRootOf): void {
  globalThis.__cpPointer = {
    show: (place, scroll) => showPlace(place, scroll, shadowRootOf),
    clear: clearPlace,
  };
}
