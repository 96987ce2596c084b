/** Said of a page as it was at one look: the next look says it again where it is still so. */
export const NOT_CAPTURED: ReadonlySet<string> = new Set([
  'area-painted',
  'area-embedded',
  'part-closed',
  'part-covered',
  'list-continues',
]);
