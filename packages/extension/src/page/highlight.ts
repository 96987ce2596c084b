/** Shows on the page where a value was read, from the panel: the page is coloured, never changed. */
import type { PlaceToShow, Shown } from './show-place.js';

type Scripting = Pick<typeof chrome.scripting, 'executeScript' | 'insertCSS' | 'removeCSS'>;

/** Black on the yellow of GOV.UK's focus state: seen on any page, and by people who do not tell colours apart. */
const MARK = '::highlight(cp-value) { background-color: #fd0; color: #0b0c0c; }';

export interface Highlighter {
  /**
   * Marks the place, and nothing else. False when it is gone: the page has changed, or the press no longer reaches it.
   *
   * @param scroll - bring it into view; only when the officer asked for it
   */
  show(tabId: number, place: PlaceToShow, scroll?: boolean): Promise<boolean>;
  clear(): Promise<void>;
}

/** One for each page of ours: it remembers what it painted where, so that it can take it away. */
export function createHighlighter(scripting: Scripting): Highlighter {
  let painted:
    | { readonly tabId: number; readonly frameId: number; readonly css: string }
    | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function clear(): Promise<void> {
    const was = painted;
    painted = undefined;
    if (!was) return;
    const target = { tabId: was.tabId, frameIds: [was.frameId] };
    await scripting.executeScript({ target, func: clearInPage });
    await scripting.removeCSS({ target, css: was.css, origin: 'AUTHOR' });
  }

  async function show(tabId: number, place: PlaceToShow, scroll: boolean): Promise<boolean> {
    await clear().catch(() => undefined);
    const results = await scripting.executeScript({
      target: { tabId, allFrames: true },
      func: showInPage,
      args: [{ frame: place.frame, selector: place.selector, verbatim: place.verbatim }, scroll],
    });
    const found = results.find(({ result }) => result?.shown);
    if (!found) return false;
    const outline = found.result?.outline;
    const css = outline
      ? `${MARK} ${outline} { outline: 3px solid #fd0 !important; outline-offset: 0 !important; }`
      : MARK;
    painted = { tabId, frameId: found.frameId, css };
    const target = { tabId, frameIds: [found.frameId] };
    await scripting.insertCSS({ target, css, origin: 'AUTHOR' });
    return true;
  }

  // One after the other: a pointer moving down the list asks faster than a page answers.
  function inTurn<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    const next = last.then(work).catch(() => otherwise);
    last = next;
    return next;
  }

  return {
    show: (tabId, place, scroll = false) => inTurn(() => show(tabId, place, scroll), false),
    clear: () => inTurn(clear, undefined),
  };
}

/** These two run in the isolated world, where the reader left what they call. */
function showInPage(place: PlaceToShow, scroll: boolean): Shown {
  return globalThis.__cpPointer?.show(place, scroll) ?? { shown: false };
}

function clearInPage(): void {
  globalThis.__cpPointer?.clear();
}
