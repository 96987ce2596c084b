/** Parts of a page that belong to the site, or are about the user who is signed in, and are not part of a record. */
import type { PageIndex } from '../tree/page-index.js';

const TAGS: ReadonlySet<string> = new Set(['header', 'footer', 'nav', 'aside']);
const ROLES: ReadonlySet<string> = new Set([
  'banner',
  'contentinfo',
  'navigation',
  'complementary',
  'search',
  'menu',
  'menubar',
  'toolbar',
]);
const DEEPEST = 60;

export function isInFurniture(index: PageIndex, at: number): boolean {
  for (let up = at, left = DEEPEST; up >= 0 && left > 0; left -= 1) {
    if (TAGS.has(index.tags[up] ?? '') || ROLES.has(index.roles.get(up) ?? '')) return true;
    up = index.parents[up] ?? -1;
  }
  return false;
}
