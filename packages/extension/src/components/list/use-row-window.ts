/** Follows the page as it scrolls and says which blocks of a list to render. The whole page scrolls, not a box. */
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { BLOCK_ROWS, blockHeights, MANY_ROWS, type Piece, piecesOf } from './row-window.js';

/** Pixels assumed for a row until one has been measured. */
const ROW_GUESS = 48;
/** Pixels beyond the screen, above and below, that are rendered too, once the visible rows are painted. */
const AHEAD = 400;

export interface RowWindow {
  readonly pieces: readonly Piece[];
  /** Keeps the row rendered, wherever the page is scrolled to. */
  keep(row: number | undefined): void;
}

/**
 * @param table - the table whose bodies are the blocks, each with its number in `data-block`
 * @param rows - the rows in order; another array or order is measured again
 */
export function useRowWindow(
  table: RefObject<HTMLTableElement | null>,
  rows: readonly unknown[],
): RowWindow {
  const count = Math.ceil(rows.length / BLOCK_ROWS);
  const heights = useMemo(() => blockHeights(count, ROW_GUESS * BLOCK_ROWS), [rows, count]);
  const range = useSignal<readonly [first: number, last: number]>([0, 1]);
  const kept = useSignal<number | undefined>(undefined);
  const measured = useSignal(0);
  const isPrinting = useSignal(false);
  const isPainted = useRef(false);

  const look = (): void => {
    const head = table.current?.tHead;
    // Under another screen the table has no height, and none of it is in sight.
    if (!head || head.offsetHeight === 0) return;
    const top = head.getBoundingClientRect().bottom;
    const ahead = isPainted.current ? AHEAD : 0;
    // Of a list that is not long every row is in the page once it is painted, where the browser's search finds it.
    const isWhole = isPainted.current && rows.length < MANY_ROWS;
    const first = isWhole ? 0 : heights.at(-top - ahead);
    const last = isWhole ? count - 1 : heights.at(innerHeight - top + ahead);
    const [before, after] = range.peek();
    if (first !== before || last !== after) range.value = [first, last];
  };
  useEffect(() => {
    let frame = 0;
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    // A change of width changes the height of every row.
    const resized = (): void => {
      measured.value += 1;
    };
    isPainted.current = true;
    addEventListener('scroll', soon, { passive: true });
    addEventListener('resize', resized, { passive: true });
    soon();
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', soon);
      removeEventListener('resize', resized);
    };
  }, [heights]);
  useEffect(() => {
    // Every row is printed.
    const print = ({ type }: Event): void => {
      isPrinting.value = type === 'beforeprint';
    };
    addEventListener('beforeprint', print);
    addEventListener('afterprint', print);
    return () => {
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', print);
    };
  }, [isPrinting]);
  useLayoutEffect(() => {
    if (isPrinting.peek() || !table.current?.offsetHeight) return;
    let isOther = false;
    for (const body of table.current?.querySelectorAll<HTMLElement>('tbody[data-block]') ?? [])
      if (heights.set(Number(body.dataset.block), body.offsetHeight)) isOther = true;
    // Renders again with the new heights; a second pass finds no further change.
    if (isOther) measured.value += 1;
    look();
  });

  const [first, last] = range.value;
  void measured.value;
  return {
    pieces: isPrinting.value
      ? piecesOf(heights, count, 0, count - 1, undefined)
      : piecesOf(heights, count, first, last, kept.value),
    keep(row) {
      kept.value = row === undefined ? undefined : Math.floor(row / BLOCK_ROWS);
    },
  };
}
