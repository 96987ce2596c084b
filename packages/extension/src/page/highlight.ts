/** Shows the place of a value on the page, from the panel: the page is coloured, never changed. */
import type {} from './pointing/pointer.js';
import type { PlaceToShow, Shown } from './show-place.js';

type Scripting = Pick<typeof chrome.scripting, 'executeScript' | 'insertCSS' | 'removeCSS'>;

/** Black on the yellow of GOV.UK's focus state: visible on any page, and to people who cannot distinguish colours. */
const MARK = '::highlight(cp-value) { background-color: #fd0; color: #0b0c0c; }';

export interface Highlighter {
  /**
   * Marks the place, and changes nothing else. False when it is gone: the page has changed, or the press no longer
   * reaches it.
   *
   * @param scroll - scrolls it into view; only when the officer asked for it
   */
  show(tabId: number, place: PlaceToShow, scroll?: boolean): Promise<boolean>;
  clear(): Promise<void>;
}

/**
 * One for each page of ours: it remembers its marks, so that it can remove them.
 *
 * @param file - the injected script that points, from the extension's root
 */
export function createHighlighter(scripting: Scripting, file = '/pointer.js'): Highlighter {
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
    const target = { tabId, allFrames: true };
    const { frame, selector, verbatim } = place;
    const ask = () =>
      scripting.executeScript({
        target,
        func: showInPage,
        args: [{ frame, selector, verbatim }, scroll],
      });
    let results = await ask();
    // A page from which only a selection was clipped was not read before, so no script of ours is in it.
    if (results.some(({ result }) => !result)) {
      await scripting.executeScript({ target, files: [file] });
      results = await ask();
    }
    const found = results.find(({ result }) => result?.shown);
    if (!found) return false;
    const outline = found.result?.outline;
    const css = outline
      ? `${MARK} ${outline} { outline: 3px solid #fd0 !important; outline-offset: 0 !important; }`
      : MARK;
    painted = { tabId, frameId: found.frameId, css };
    const at = { tabId, frameIds: [found.frameId] };
    await scripting.insertCSS({ target: at, css, origin: 'AUTHOR' });
    return true;
  }

  // Runs requests one after the other: a pointer moving down the list asks faster than a page answers.
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

/** These two run in the isolated world, where a script of ours left the functions they call; null if none did. */
function showInPage(place: PlaceToShow, scroll: boolean): Shown | null {
  return globalThis.__cpPointer?.show(place, scroll) ?? null;
}

function clearInPage(): void {
  globalThis.__cpPointer?.clear();
}
