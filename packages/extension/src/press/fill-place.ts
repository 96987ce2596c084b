/** The places of the frames of a filled page, and the frame of each control. */
import type { FilledFrame } from '../page/fill/install-fill.js';

/** A frame with its document at the time of the press. */
export interface Place extends FilledFrame {
  readonly at: { readonly documentIds: string[] } | { readonly frameIds: number[] };
}

export function placeFrom({
  frameId,
  documentId,
  result,
}: chrome.scripting.InjectionResult<unknown>): Place[] {
  const frame = result as FilledFrame | null | undefined;
  // The browser knows which frame is the page.
  if (!frame || (frame.path.length === 0) !== (frameId === 0)) return [];
  // Addressed by document if the browser can, so that nothing is ever typed into the frame's next page.
  return [{ ...frame, at: documentId ? { documentIds: [documentId] } : { frameIds: [frameId] } }];
}

/** The place of a frame. One in a shadow tree cannot give its own: it is the only candidate there, or undefined. */
export function placeOf(places: readonly Place[], wanted: readonly number[]): Place | undefined {
  const exact = places.find(({ path }) => path.join() === wanted.join());
  if (exact) return exact;
  const fitting = places.filter(
    ({ path }) =>
      path.length === wanted.length &&
      path.every(
        (index, level) =>
          index === wanted[level] || (index === -1 && isUncounted(places, path, wanted, level)),
      ),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function isUncounted(
  places: readonly Place[],
  path: readonly number[],
  wanted: readonly number[],
  level: number,
): boolean {
  const parent = places.find((place) => place.path.join() === path.slice(0, level).join());
  return parent !== undefined && (wanted[level] ?? 0) >= parent.count;
}

export function isSamePlace(one: Place, other: Place): boolean {
  return JSON.stringify(one.at) === JSON.stringify(other.at);
}
