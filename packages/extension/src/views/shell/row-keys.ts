/** The keys of every list: to its search box, and from row to row. A row is reached at what opens it. */
import { earlyKeys } from './early-keys.js';

const ROWS = '[data-entry], .cp-list__open';
/** Of a screen without a list: a calendar beside one is no list. */
const TABLE_ROWS = 'tbody tr :is(th, td):first-child :is(button, a[href])';
const SEARCH = '.cp-list__terms input';

function onScreen(selector: string): readonly HTMLElement[] {
  const found = document.querySelector('main')?.querySelectorAll<HTMLElement>(selector) ?? [];
  return [...found].filter((each) => each.closest('[hidden]') === null);
}

/** Gives the focus to the search box of the list on screen. @returns false if there is none */
export function findInList(): boolean {
  const [box] = onScreen(SEARCH);
  box?.focus();
  return box !== undefined;
}

/** Moves the focus to the next row or the one before; onto the first, or the last used, from outside. */
export function stepRows(by: 1 | -1): void {
  const ofList = onScreen(ROWS);
  const openers = ofList.length > 0 ? ofList : onScreen(TABLE_ROWS);
  const rows = openers.filter((one, at) => rowAround(one) !== rowBefore(openers, at));
  const { activeElement } = document;
  const here = rows.findIndex((row) => rowAround(row).contains(activeElement));
  if (here < 0) {
    const first = rows.find((row) => row.tabIndex === 0) ?? rows[0];
    first?.focus();
    return;
  }
  // Such a list makes only the rows near the screen: its arrow keys reach the others.
  const key = by === 1 ? 'ArrowDown' : 'ArrowUp';
  const arrow = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  if (rows[here]?.closest('.cp-list__table') && !rows[here].dispatchEvent(arrow)) return;
  rows[here + by]?.focus();
}

function rowBefore(openers: readonly HTMLElement[], at: number): Element | undefined {
  const before = openers[at - 1];
  return before && rowAround(before);
}

function rowAround(opener: HTMLElement): Element {
  return opener.closest('tr, li') ?? opener;
}

/** Keys for the palette while it is loading: they come with these. */
export const early = earlyKeys();
