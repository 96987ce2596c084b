/** Which rows of a draft are on screen: those in the window first, then some more after each frame. */
import type { GroupName, RowGroup } from './row-group.js';

/** Rows of each group. */
export type RowCounts = ReadonlyMap<GroupName, number>;

/** Rows of one group on screen, and how many more a press of its button brings. */
export const PAGE = 40;

/** Rows that are added after a frame: more would make a task that a person feels. */
export const STEP = 10;

/** Pixels that stand above the first row at the least: markings, header, title, where from; a narrow panel has 470. */
const HEAD = 380;

/** Pixels that the shortest row takes, with its decision and where it was read; in a panel it takes 110. */
const SHORTEST = 80;

/** Rows that must be in the first frame: what a window of that height holds, in pixels, and no more than a step. */
export function firstRoom(height: number): number {
  return Math.min(STEP, Math.max(1, Math.ceil((height - HEAD) / SHORTEST)));
}

/**
 * Adds rows from the top until there is no more room, or nothing is wanted any more.
 *
 * @param shown - rows on screen; none of them is taken away
 * @param wanted - rows of each group that are to be on screen in the end
 * @returns what is on screen then: `shown` itself when nothing was added
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
