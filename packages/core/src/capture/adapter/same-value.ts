/** Recognises two rows as one value seen twice: a second press, a view with its edit form, a repeated header. */
import type { DraftRow, Sighting } from '../draft.js';
import { fieldOf } from '../field/field-path.js';
import { labelWords, wordsOfLabel } from '../field/fold-label.js';

/**
 * Key that is equal for two rows with one value; `person` separates equal values of several people. Every part before
 * the last has no line break in it, or is preceded by its length, so that no two rows share a key by accident.
 */
export function sameKey(row: DraftRow, person: string | undefined): string {
  const { path, label, owner, raw, platform, listed } = row;
  // Two people in a list may have the same school, and stay two.
  if (listed !== undefined)
    return JSON.stringify([listed.list, listed.row, path ?? wordsOfLabel(label), person, raw]);
  if (path === undefined) {
    return `\n${wordsOfLabel(label)}\n${owner.length}\n${headingWords(owner)}\n${raw}`;
  }
  // However it is said, and apart from a person's real name that is spelt so.
  if (row.notKnown) return `${path}\n${person ?? ''}\nnot known`;
  const on = platform === undefined ? '' : `${platform.length} ${platform}`;
  return `${path}\n${person ?? ''}\n${on}\n${valueKey(row)}`;
}

/** Cached words, by the list of headings itself, which the rows of a section share. */
const HEADINGS = new WeakMap<readonly string[], string>();

function headingWords(owner: readonly string[]): string {
  let words = HEADINGS.get(owner);
  if (words === undefined) {
    words = owner.map(labelWords).join('\n');
    HEADINGS.set(owner, words);
  }
  return words;
}

/**
 * The value for comparison. Handles and prose count every character; in other values capitals, commas and line breaks
 * are only a way of writing.
 */
export function valueKey({ path, value }: DraftRow): string {
  const read = path === undefined ? 'prose' : fieldOf(path).read;
  if (read === 'handle' || read === 'prose') return value;
  return value
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim();
}

/** The row with every place of the other rows added, in the given order and without repeats. */
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

/** Limit for a plain search: most values are in two or three places. */
const FEW = 6;

function unlessAmong(kept: Sighting, found: readonly Sighting[]): (sighting: Sighting) => boolean {
  return (sighting) =>
    !isSamePlace(kept, sighting) && !found.some((other) => isSamePlace(other, sighting));
}

/** Looks places up by selector, which is a text already: a page of forms has hundreds of places. */
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
