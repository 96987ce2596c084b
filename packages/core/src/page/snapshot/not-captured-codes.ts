/** Issues of one look at a page: the next look reports them again if they still apply. */
export const NOT_CAPTURED: ReadonlySet<string> = new Set([
  'area-painted',
  'area-embedded',
  'part-closed',
  'part-covered',
  'grid-not-read',
  'list-continues',
]);
