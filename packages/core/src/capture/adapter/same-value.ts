/** Whether two rows are one value, seen twice: pressed again, a view with its edit form, a header that repeats. */
import type { DraftRow, Sighting } from '../draft.js';
import { fieldOf } from '../field/field-path.js';
import { labelWords, wordsOfLabel } from '../field/fold-label.js';

/**
 * What is equal for two rows that are one; `person` tells apart several people's equal values. What is put before the
 * last part has no line break in it, or its length before it, so that no two rows can share a key by accident.
 */
export function sameKey(row: DraftRow, person: string | undefined): string {
  const { path, label, owner, raw, platform, listed } = row;
  // Two people of a list may have one school, and stay two.
  if (listed !== undefined)
    return JSON.stringify([listed.list, listed.row, path ?? wordsOfLabel(label), person, raw]);
  if (path === undefined) {
    return `\n${wordsOfLabel(label)}\n${owner.length}\n${headingWords(owner)}\n${raw}`;
  }
  const on = platform === undefined ? '' : `${platform.length} ${platform}`;
  return `${path}\n${person ?? ''}\n${on}\n${valueKey(row)}`;
}

/** By the headings themselves, which the rows of a section share. */
const HEADINGS = new WeakMap<readonly string[], string>();

function headingWords(owner: readonly string[]): string {
  let words = HEADINGS.get(owner);
  if (words === undefined) {
    words = owner.map(labelWords).join('\n');
    HEADINGS.set(owner, words);
  }
  return words;
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
  const alsoAt: Sighting[] = [];
  const isNew = rows.length > FEW ? unlessSeen(kept) : unlessAmong(kept, alsoAt);
  const add = (sighting: Sighting): void => {
    if (sighting === kept || !isNew(sighting)) return;
    const { origin, label, raw, place } = sighting;
    alsoAt.push({ origin, label, raw, place });
  };
  for (const each of rows) {
    add(each);
    for (const sighting of each.alsoAt ?? []) add(sighting);
  }
  if (alsoAt.length > 0) return { ...kept, alsoAt };
  if (kept.alsoAt === undefined) return kept;
  const { alsoAt: _, ...alone } = kept;
  return alone;
}

/** Most values stand in two places or three. */
const FEW = 6;

function unlessAmong(kept: Sighting, found: readonly Sighting[]): (sighting: Sighting) => boolean {
  return (sighting) =>
    !isSamePlace(kept, sighting) && !found.some((other) => isSamePlace(other, sighting));
}

/** By selector, which is a text already: a page of forms has hundreds of places. */
function unlessSeen(kept: Sighting): (sighting: Sighting) => boolean {
  const seen = new Map<string, Sighting[]>([[kept.place.selector, [kept]]]);
  return (sighting) => {
    const there = seen.get(sighting.place.selector);
    if (there?.some((other) => isSamePlace(other, sighting))) return false;
    if (there) there.push(sighting);
    else seen.set(sighting.place.selector, [sighting]);
    return true;
  };
}

function isSamePlace(a: Sighting, b: Sighting): boolean {
  return (
    a.place.selector === b.place.selector &&
    a.raw === b.raw &&
    a.label === b.label &&
    a.origin === b.origin &&
    a.place.frame.length === b.place.frame.length &&
    a.place.frame.every((step, level) => step === b.place.frame[level])
  );
}
