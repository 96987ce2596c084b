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
  return isWithin(index, at, (tag, role) => TAGS.has(tag) || ROLES.has(role));
}

/** True in furniture other than a header: the header of a record names its person. */
export function isAside(index: PageIndex, at: number): boolean {
  return isWithin(
    index,
    at,
    (tag, role) => (TAGS.has(tag) && tag !== 'header') || (ROLES.has(role) && role !== 'banner'),
  );
}

function isWithin(
  index: PageIndex,
  at: number,
  isOne: (tag: string, role: string) => boolean,
): boolean {
  for (let up = at, left = DEEPEST; up >= 0 && left > 0; left -= 1) {
    if (isOne(index.tags[up] ?? '', index.roles.get(up) ?? '')) return true;
    up = index.parents[up] ?? -1;
  }
  return false;
}
