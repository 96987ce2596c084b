/** Whether two rows are one value, seen twice: pressed again, a view with its edit form, a header that repeats. */
import type { DraftRow, Sighting } from './draft.js';
import { fieldOf } from './field-path.js';
import { labelWords } from './fold-label.js';

/**
 * What is equal for two rows that are one; `person` tells apart several people's equal values. What is put before the
 * last part has no line break in it, or its length before it, so that no two rows can share a key by accident.
 */
export function sameKey(row: DraftRow, person: string | undefined): string {
  const { path, label, owner, raw, platform } = row;
  if (path === undefined) {
    const headings = owner.map(labelWords).join('\n');
    return `\n${labelWords(label)}\n${owner.length}\n${headings}\n${raw}`;
  }
  const on = platform === undefined ? '' : `${platform.length} ${platform}`;
  return `${path}\n${person ?? ''}\n${on}\n${valueKey(row)}`;
}

/** Handles and prose count every character; in other values capitals, commas and line breaks are only how it was written. */
export function valueKey({ path, value }: DraftRow): string {
  const read = path === undefined ? 'prose' : fieldOf(path).read;
  if (read === 'handle' || read === 'prose') return value;
  return value
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim();
}

/** The row with every place of the other kept; the places stand in the order given, without repeats. */
export function withSightings(kept: DraftRow, rows: readonly DraftRow[]): DraftRow {
  // By selector, which is a text already: a page of forms has hundreds of places.
  const seen = new Map<string, Sighting[]>([[kept.place.selector, [kept]]]);
  const alsoAt: Sighting[] = [];
  for (const each of rows)
    for (const sighting of [each, ...(each.alsoAt ?? [])]) {
      const { origin, label, raw, place } = sighting;
      const there = seen.get(place.selector);
      if (there?.some((other) => isSamePlace(other, sighting))) continue;
      if (there) there.push(sighting);
      else seen.set(place.selector, [sighting]);
      alsoAt.push({ origin, label, raw, place });
    }
  if (alsoAt.length > 0) return { ...kept, alsoAt };
  const { alsoAt: _, ...alone } = kept;
  return alone;
}

/** Of two at one selector. */
function isSamePlace(a: Sighting, b: Sighting): boolean {
  return (
    a.raw === b.raw &&
    a.label === b.label &&
    a.origin === b.origin &&
    a.place.frame.length === b.place.frame.length &&
    a.place.frame.every((step, level) => step === b.place.frame[level])
  );
}
