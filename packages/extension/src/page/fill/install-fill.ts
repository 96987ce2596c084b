/** What the injected script leaves in the isolated world, out of the page's reach, to be asked step by step. */
import { framePath, isTooDeep } from '../frame-place.js';
import { Filler } from './filler.js';

declare global {
  /** Held as long as the page stands, or until the panel lets go of it: what was typed can be undone by it. */
  var __cpFill: { readonly version: string; readonly filler: Filler } | undefined;
}

/** Where this frame stands, and how many frames it holds itself; null for one too deep to be counted. */
export interface FilledFrame {
  readonly path: readonly number[];
  readonly count: number;
}

/** @param version - of the extension: a page may outlive the one that filled it first */
export function installFill(version: string): FilledFrame | null {
  if (isTooDeep()) return null;
  // An element of the page that is called so is no filler of ours.
  const own = Object.hasOwn(globalThis, '__cpFill') ? globalThis.__cpFill : undefined;
  if (own?.version !== version) globalThis.__cpFill = { version, filler: new Filler() };
  return { path: framePath(), count: window.length };
}
