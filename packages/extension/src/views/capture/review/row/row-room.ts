/** Chooses the rows of a draft to render: those in the window first, then a few more after each frame. */
import type { GroupName, RowGroup } from './row-group.js';

/** Rows of each group. */
export type RowCounts = ReadonlyMap<GroupName, number>;

/** Rows of one group on screen, and the number that each press of its button adds. */
export const PAGE = 40;

/** Rows added after a frame: more would make a task long enough to notice. */
export const STEP = 10;

/** Minimum pixels above the first row: markings, header, title, source. A narrow panel has 470. */
const HEAD = 380;

/** Pixels of the shortest row, with its decision and source; in a panel it takes 110. */
const SHORTEST = 80;

/** Number of rows in the first frame: those that fit a window of that height, in pixels, but at most one step. */
export function firstRoom(height: number): number {
  return Math.min(STEP, Math.max(1, Math.ceil((height - HEAD) / SHORTEST)));
}

/**
 * Adds rows from the top until the room is used or no more are wanted.
 *
 * @param shown - rows on screen; none of them is taken away
 * @param wanted - rows of each group that are to be on screen in the end
 * @returns the rows then on screen: `shown` itself if none were added
 */
export function withMore(
  groups: readonly RowGroup[],
  shown: RowCounts,
  wanted: (name: GroupName) => number,
  room: number,
): RowCounts {
  const after = new Map(shown);
  let left = room;
  for (const { name, rows } of groups) {
    const now = shown.get(name) ?? 0;
    const more = Math.min(left, Math.max(0, Math.min(wanted(name), rows.length) - now));
    if (more > 0) after.set(name, now + more);
    left -= more;
  }
  return left === room ? shown : after;
}
