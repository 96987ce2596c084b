/**
 * Chooses which rows of a long list are rendered. Rows come in blocks; a block out of sight is empty space of its
 * height. Heights are measured as blocks are shown, since a long name takes two lines and a narrow panel five; until
 * then they are estimated.
 */

/** Small enough for a slow machine to render, measure and paint one block without missing a frame. */
export const BLOCK_ROWS = 8;

/** From this many rows, some are not in the page, so the browser's own search does not find them. */
export const MANY_ROWS = 100;

export interface BlockHeights {
  /** Pixels from the top of the list to the top of a block; for the index after the last block, the full height. */
  top(block: number): number;
  /**
   * Notes a measured height. @returns true if it differs from the height assumed so far, which moves everything below
   */
  set(block: number, height: number): boolean;
  /** The block at that many pixels from the top. */
  at(y: number): number;
}

/** @param guess - pixels assumed for a block until one has been measured */
export function blockHeights(count: number, guess: number): BlockHeights {
  const known = new Map<number, number>();
  let total = 0;
  const each = (): number => (known.size > 0 ? total / known.size : guess);
  const top = (block: number): number => {
    let [sum, seen] = [0, 0];
    for (const [nth, height] of known)
      if (nth < block) {
        sum += height;
        seen += 1;
      }
    return sum + (Math.min(block, count) - seen) * each();
  };
  return {
    top,
    set(block, height) {
      const before = known.get(block);
      const taken = before ?? each();
      const isOther = Math.abs(taken - height) >= 1;
      if (before !== undefined && !isOther) return false;
      total += height - (before ?? 0);
      known.set(block, height);
      return isOther;
    },
    at(y) {
      let [low, high] = [0, Math.max(0, count - 1)];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (top(middle) <= y) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

/** Parts of the list to render, from top to bottom. */
export type Piece =
  | { readonly kind: 'block'; readonly block: number }
  | { readonly kind: 'room'; readonly height: number; readonly from: number };

/**
 * @param first - the first block in sight
 * @param last - the last block in sight
 * @param kept - a block to render in any case: the one with the focus
 */
export function piecesOf(
  heights: Pick<BlockHeights, 'top'>,
  count: number,
  first: number,
  last: number,
  kept: number | undefined,
): readonly Piece[] {
  const shown: number[] = [];
  for (let block = Math.max(0, first); block <= Math.min(last, count - 1); block += 1)
    shown.push(block);
  if (kept !== undefined && kept < count && !shown.includes(kept)) shown.push(kept);
  const pieces: Piece[] = [];
  let next = 0;
  const room = (to: number): void => {
    if (to > next)
      pieces.push({ kind: 'room', from: next, height: heights.top(to) - heights.top(next) });
  };
  for (const block of shown.toSorted((a, b) => a - b)) {
    room(block);
    pieces.push({ kind: 'block', block });
    next = block + 1;
  }
  room(count);
  return pieces;
}
