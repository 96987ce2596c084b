/**
 * The filler that the injected script leaves in the isolated world, out of the page's reach, to be called step by step.
 */
import { framePath, isTooDeep } from '../frame-place.js';
import { Filler } from './filler.js';

declare global {
  /** Kept for the life of the page, or until the panel releases it: typed values can be undone with it. */
  var __cpFill: { readonly version: string; readonly filler: Filler } | undefined;
}

/** The place of this frame, and the number of frames in it; null for one too deep to be counted. */
export interface FilledFrame {
  readonly path: readonly number[];
  readonly count: number;
}

/** @param version - of the extension: a page may outlive the one that filled it first */
export function installFill(version: string): FilledFrame | null {
  if (isTooDeep()) return null;
  // An element of the page with this name is not a filler of ours.
  const own = Object.hasOwn(globalThis, '__cpFill') ? globalThis.__cpFill : undefined;
  if (own?.version !== version) globalThis.__cpFill = { version, filler: new Filler() };
  return { path: framePath(), count: window.length };
}
